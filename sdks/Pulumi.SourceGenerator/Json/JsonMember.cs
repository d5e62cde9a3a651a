namespace Pulumi.SourceGenerator.Json;

internal sealed record JsonMember(string Key, JsonValue Value, int Offset);
