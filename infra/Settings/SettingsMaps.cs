using System.Text.Json;

namespace Infra.Settings;

/// <summary>Structured settings: maps of texts and lists of objects.</summary>
public static class SettingsMaps
{
    /// <summary>Names and texts; none when the key was left out.</summary>
    public static IReadOnlyDictionary<string, string> Map(this SettingsSource source, string key, string expected, Action<string> check)
    {
        if (source.OptionalJson(key, expected) is not { } json)
            return new Dictionary<string, string>();
        if (json.ValueKind != JsonValueKind.Object)
        {
            source.Report(key, "it has no names", expected);
            return new Dictionary<string, string>();
        }

        return json.EnumerateObject().ToDictionary(property => property.Name, property => Text(source, key, expected, check, property));
    }

    /// <summary>A list of texts, each turned into a value; empty when the key was left out.</summary>
    public static IReadOnlyList<T> OptionalList<T>(this SettingsSource source, string key, Func<string, T> parse, string expected)
    {
        if (source.OptionalJson(key, expected) is not { } json || json is { ValueKind: JsonValueKind.Array } && json.GetArrayLength() == 0)
            return [];
        return source.List(key, parse, expected);
    }

    /// <summary>A list of objects; empty when the key was left out.</summary>
    public static IReadOnlyList<SettingsObject> Objects(this SettingsSource source, string key, string expected)
    {
        if (source.OptionalJson(key, expected) is not { } json)
            return [];
        if (json.ValueKind == JsonValueKind.Array && json.EnumerateArray().All(item => item.ValueKind == JsonValueKind.Object))
            return [.. json.EnumerateArray().Select((item, index) => new SettingsObject(source, $"{key}[{index}]", item))];
        source.Report(key, "it is not a list of objects", expected);
        return [];
    }

    private static string Text(SettingsSource source, string key, string expected, Action<string> check, JsonProperty property)
    {
        try
        {
            check(property.Name);
            if (property.Value.ValueKind is JsonValueKind.Array or JsonValueKind.Object)
                source.Report($"{key}.{property.Name}", "it is not one value", expected);
        }
        catch (FormatException problem)
        {
            source.Report($"{key}.{property.Name}", problem.Message, expected);
        }

        return property.Value.ToString();
    }
}
