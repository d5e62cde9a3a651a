using System.Diagnostics.CodeAnalysis;
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
    public static bool TryScalar<T>(
        this SettingsSource source, string path, JsonElement element, Func<string, T> parse, string expected, [MaybeNullWhen(false)] out T value)
    {
        if (element.ValueKind is not (JsonValueKind.Array or JsonValueKind.Object or JsonValueKind.Null))
            return source.TryParse(path, element.ToString(), parse, expected, out value);
        source.Report(path, element.ValueKind == JsonValueKind.Null ? "it is empty" : "it is not one value", expected);
        value = default;
        return false;
    }

    /// <summary>The elements of a list, each turned into a value; without those that cannot be.</summary>
    public static IReadOnlyList<T> Scalars<T>(this SettingsSource source, string path, JsonElement list, Func<string, T> parse, string expected)
    {
        var read = new List<T>();
        foreach (var (index, element) in list.EnumerateArray().Index())
        {
            if (source.TryScalar($"{path}[{index}]", element, parse, expected, out var value))
                read.Add(value);
        }

        return read;
    }

    /// <summary>Names and texts; without those that cannot be used.</summary>
    /// <param name="source">Where problems are reported.</param>
    /// <param name="path">Path of the mapping.</param>
    /// <param name="element">The mapping.</param>
    /// <param name="check">Throws <see cref="FormatException"/> saying what is wrong with a name or its text.</param>
    /// <param name="expected">What to write.</param>
    public static IReadOnlyDictionary<string, string> Texts(
        this SettingsSource source, string path, JsonElement element, Action<string, string> check, string expected)
    {
        var read = new Dictionary<string, string>();
        if (source.OfKind(path, element, JsonValueKind.Object, expected) is not { } mapping)
            return read;
        foreach (var member in mapping.EnumerateObject())
        {
            if (source.TryScalar($"{path}.{member.Name}", member.Value, Checked, expected, out var text))
                read[member.Name] = text;

            string Checked(string value)
            {
                check(member.Name, value);
                return value;
            }
        }

        return read;
    }

    /// <summary>A list of mappings; an element that is none is left out.</summary>
    public static IReadOnlyList<SettingsObject> Mappings(this SettingsSource source, string path, JsonElement element, string expected) =>
        source.OfKind(path, element, JsonValueKind.Array, expected) is { } list
            ? [.. list.EnumerateArray().Index().Select(item => source.Mapping($"{path}[{item.Index}]", item.Item, expected)).OfType<SettingsObject>()]
            : [];

    /// <summary>A mapping with known keys.</summary>
    public static SettingsObject? Mapping(this SettingsSource source, string path, JsonElement element, string expected) =>
        source.OfKind(path, element, JsonValueKind.Object, expected) is { } mapping ? new(source, path, mapping) : null;
}
