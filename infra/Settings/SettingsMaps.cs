using System.Text.Json;

namespace Infra.Settings;

/// <summary>Structured settings that may be left out: maps of texts and lists.</summary>
public static class SettingsMaps
{
    /// <summary>Names and texts; none when the key was left out.</summary>
    public static IReadOnlyDictionary<string, string> Map(this SettingsSource source, string key, string expected, Action<string, string> check) =>
        source.OptionalText(key, expected) is { } text && source.Json(key, text, JsonValueKind.Object, expected) is { } mapping
            ? source.Texts(key, mapping, check, expected)
            : new Dictionary<string, string>();

    /// <summary>A list of texts, each turned into a value, without those that cannot be read; empty when the key was left out.</summary>
    public static IReadOnlyList<T> OptionalList<T>(this SettingsSource source, string key, Func<string, T> parse, string expected) =>
        source.OptionalText(key, expected) is { } text && source.Json(key, text, JsonValueKind.Array, expected) is { } list
            ? source.Scalars(key, list, parse, expected)
            : [];

    /// <summary>A list of objects; empty when the key was left out.</summary>
    public static IReadOnlyList<SettingsObject> Objects(this SettingsSource source, string key, string expected) =>
        source.OptionalText(key, expected) is { } text && source.Json(key, text, JsonValueKind.Array, expected) is { } list
            ? source.Mappings(key, list, expected)
            : [];
}
