using System.Text.Json;

namespace Preview.Earlier;

/// <summary>An element of a file with the path to it, so that what is wrong with the file can be said.</summary>
/// <param name="element">The element.</param>
/// <param name="path">Where it is, e.g. <c>deployment.resources[3]</c>.</param>
internal sealed class JsonReader(JsonElement element, string path)
{
    public JsonElement Element => element;

    public string Path => path;

    public JsonReader Required(string name) => Optional(name) ?? throw Wrong($"'{name}' is missing");

    public JsonReader? Optional(string name)
    {
        if (element.ValueKind != JsonValueKind.Object)
            throw Wrong("an object is expected");

        return element.TryGetProperty(name, out var member) && member.ValueKind != JsonValueKind.Null
            ? new(member, path.Length == 0 ? name : $"{path}.{name}")
            : null;
    }

    public string RequiredText(string name) => Required(name).AsText();

    public string Text(string name) => Optional(name)?.AsText() ?? "";

    public bool Flag(string name) => Optional(name) is { } member
        && (member.Element.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => throw member.Wrong("true or false is expected"),
        });

    public int Number(string name)
    {
        var member = Required(name);
        return member.Element.ValueKind == JsonValueKind.Number && member.Element.TryGetInt32(out var number)
            ? number
            : throw member.Wrong("a whole number is expected");
    }

    public IReadOnlyList<JsonReader> List(string name) => Optional(name)?.Items() ?? [];

    public IReadOnlyList<string> Texts(string name) => [.. List(name).Select(item => item.AsText())];

    public IReadOnlyList<JsonReader> Items() => element.ValueKind == JsonValueKind.Array
        ? [.. element.EnumerateArray().Select((item, index) => new JsonReader(item, $"{path}[{index}]"))]
        : throw Wrong("a list is expected");

    /// <summary>The same entries; two with one name are refused. An entry whose name is empty may have others like it.</summary>
    public static IEnumerable<JsonReader> Distinct(IEnumerable<JsonReader> entries, Func<JsonReader, string> nameOf)
    {
        var seen = new Dictionary<string, string>();
        foreach (var entry in entries)
        {
            if (nameOf(entry) is { Length: > 0 } name && !seen.TryAdd(name, entry.Path))
                throw entry.Wrong($"'{name}' is in {seen[name]}, too");
            yield return entry;
        }
    }

    public FormatException Wrong(string why) => new(path.Length == 0 ? why : $"{path}: {why}");

    private string AsText() => element.ValueKind == JsonValueKind.String ? element.GetString()! : throw Wrong("a text is expected");
}
