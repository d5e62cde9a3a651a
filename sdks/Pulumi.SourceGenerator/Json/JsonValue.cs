namespace Pulumi.SourceGenerator.Json;

/// <summary>A JSON value that remembers where it stands, so that a problem can point at it.</summary>
internal sealed class JsonValue(JsonKind kind, int offset, int length)
{
    public JsonKind Kind { get; } = kind;

    public int Offset { get; } = offset;

    public int Length { get; } = length;

    /// <summary>A string's characters; a number or boolean as it is written.</summary>
    public string Text { get; init; } = "";

    public IReadOnlyList<JsonValue> Items { get; init; } = [];

    /// <summary>In the order of the file, duplicates included.</summary>
    public IReadOnlyList<JsonMember> Members { get; init; } = [];
}
