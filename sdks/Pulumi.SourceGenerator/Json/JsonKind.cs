namespace Pulumi.SourceGenerator.Json;

internal enum JsonKind
{
    Null,
    Boolean,
    Number,
    String,
    List,
    Object,
}
