namespace Pulumi.SourceGenerator.Schema;

/// <summary>One thing to fix in a schema file.</summary>
/// <param name="Kind">Which diagnostic it is.</param>
/// <param name="Path">Where in the schema, keys joined by slashes.</param>
/// <param name="Why">What is wrong, and what to do.</param>
/// <param name="Offset">Where in the text.</param>
/// <param name="Length">How much of the text.</param>
internal sealed record SchemaProblem(SchemaProblemKind Kind, string Path, string Why, int Offset, int Length);

internal enum SchemaProblemKind
{
    MalformedJson,
    UnknownReference,
    Duplicate,
    UnknownType,
    Invalid,
}
