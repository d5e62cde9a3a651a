using System.Text.Json;

namespace Infra.Settings;

/// <summary>The parts of structured settings, wherever they stand: each is read with its path, and reported by it when it is of the wrong kind.</summary>
internal static class SettingsElements
{
    /// <summary>A structured value of one kind.</summary>
    public static JsonElement? Json(this SettingsSource source, string path, string text, JsonValueKind kind, string expected)
    {
        try
        {
            return source.OfKind(path, JsonElement.Parse(text), kind, expected);
        }
        catch (JsonException)
        {
            return source.OfKind(path, default, kind, expected);
        }
    }

    /// <summary>An element of one kind: a list or a mapping. The value is not shown, since it may be a secret in the wrong place.</summary>
    public static JsonElement? OfKind(this SettingsSource source, string path, JsonElement element, JsonValueKind kind, string expected)
    {
        if (element.ValueKind == kind)
            return element;
        source.Report(path, kind == JsonValueKind.Array ? "it is not a list, with one '- ' line for each element" : "it is not a mapping of names to values", expected);
        return null;
    }

    /// <summary>A text, number or flag, turned into a value.</summary>
    public static T Scalar<T>(this SettingsSource source, string path, JsonElement element, Func<string, T> parse, string expected)
    {
        if (element.ValueKind is not (JsonValueKind.Array or JsonValueKind.Object or JsonValueKind.Null))
            return source.Parse(path, element.ToString(), parse, expected);
        source.Report(path, element.ValueKind == JsonValueKind.Null ? "it is empty" : "it is not one value", expected);
        return default!;
    }

    /// <summary>Names and texts.</summary>
    /// <param name="source">Where problems are reported.</param>
    /// <param name="path">Path of the mapping.</param>
    /// <param name="element">The mapping.</param>
    /// <param name="check">Throws <see cref="FormatException"/> saying what is wrong with a name or its text.</param>
    /// <param name="expected">What to write.</param>
    public static IReadOnlyDictionary<string, string> Texts(
        this SettingsSource source, string path, JsonElement element, Action<string, string> check, string expected) =>
        source.OfKind(path, element, JsonValueKind.Object, expected) is { } mapping
            ? mapping.EnumerateObject().ToDictionary(member => member.Name, member => source.Scalar($"{path}.{member.Name}", member.Value, text =>
            {
                check(member.Name, text);
                return text;
            }, expected))
            : new Dictionary<string, string>();

    /// <summary>A list of mappings; an element that is none is left out.</summary>
    public static IReadOnlyList<SettingsObject> Mappings(this SettingsSource source, string path, JsonElement element, string expected) =>
        source.OfKind(path, element, JsonValueKind.Array, expected) is { } list
            ? [.. list.EnumerateArray().Index().Select(item => source.Mapping($"{path}[{item.Index}]", item.Item, expected)).OfType<SettingsObject>()]
            : [];

    /// <summary>A mapping with known keys.</summary>
    public static SettingsObject? Mapping(this SettingsSource source, string path, JsonElement element, string expected) =>
        source.OfKind(path, element, JsonValueKind.Object, expected) is { } mapping ? new(source, path, mapping) : null;
}
