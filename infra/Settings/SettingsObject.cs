using System.Globalization;
using System.Text.Json;

namespace Infra.Settings;

/// <summary>
/// One object of a structured setting, read key by key like the settings themselves: what is wrong is reported with its whole path
/// (in Pulumi's notation, <c>services[2].image</c>) and reading goes on.
/// </summary>
/// <param name="source">Where problems are reported.</param>
/// <param name="path">Path of the object.</param>
/// <param name="mapping">The object.</param>
public sealed class SettingsObject(SettingsSource source, string path, JsonElement mapping)
{
    private readonly SortedSet<string> _known = new(StringComparer.Ordinal);

    private readonly Dictionary<string, JsonElement> _values = mapping.EnumerateObject().ToDictionary(property => property.Name, property => property.Value);

    /// <summary>Path of the object.</summary>
    public string Path => path;

    /// <summary>Whether a key was set.</summary>
    public bool Has(string key) => Find(key) is not null;

    /// <summary>A required text, turned into a value.</summary>
    /// <param name="key">Key.</param>
    /// <param name="parse">Turns the text into the value, or throws <see cref="FormatException"/> saying what is wrong.</param>
    /// <param name="expected">What to write, with an example.</param>
    /// <param name="standIn">What the rules between values see when it cannot be read.</param>
    public T Value<T>(string key, Func<string, T> parse, string expected, T standIn)
    {
        if (!Has(key))
            Report(key, "it is not set", expected);
        return Optional(key, parse, standIn, expected);
    }

    /// <summary>A text that may be left out, turned into a value; the same as when it was left out if it cannot be read.</summary>
    public T Optional<T>(string key, Func<string, T> parse, T otherwise, string expected) =>
        Find(key) is { } found && source.TryScalar(PathOf(key), found, parse, expected, out var value) ? value : otherwise;

    /// <summary>A whole number between two bounds, both allowed, that may be left out.</summary>
    public int Integer(string key, int minimum, int maximum, int otherwise, string expected) =>
        OptionalInteger(key, minimum, maximum, expected) ?? otherwise;

    /// <summary>A whole number between two bounds, both allowed; null when it was left out.</summary>
    public int? OptionalInteger(string key, int minimum, int maximum, string expected) =>
        Optional<int?>(key, text => SettingsSource.ParseInteger(text, minimum, maximum), null, expected);

    /// <summary>A number between two bounds, both allowed, that may be left out.</summary>
    public double Number(string key, double minimum, double maximum, double otherwise, string expected) => Optional(key, text =>
        !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? throw new FormatException($"'{text}' is not a number")
        : number < minimum || number > maximum ? throw new FormatException($"{text} is not between {minimum.ToString(CultureInfo.InvariantCulture)} and {maximum.ToString(CultureInfo.InvariantCulture)}")
        : number, otherwise, expected);

    /// <summary>A yes or no that may be left out, which means no.</summary>
    public bool Flag(string key) => Optional(key, text => text switch
    {
        "true" or "True" => true,
        "false" or "False" => false,
        _ => throw new FormatException($"'{text}' is neither true nor false"),
    }, otherwise: false, "write true or false");

    /// <summary>A list of texts that may be left out, each turned into a value; without those that cannot be read.</summary>
    public IReadOnlyList<T> List<T>(string key, Func<string, T> parse, string expected) =>
        Find(key) is { } found && source.OfKind(PathOf(key), found, JsonValueKind.Array, expected) is { } list
            ? source.Scalars(PathOf(key), list, parse, expected)
            : [];

    /// <summary>Names and texts that may be left out.</summary>
    /// <param name="key">Key.</param>
    /// <param name="check">Throws <see cref="FormatException"/> saying what is wrong with a name or its text.</param>
    /// <param name="expected">What to write.</param>
    public IReadOnlyDictionary<string, string> Map(string key, Action<string, string> check, string expected) =>
        Find(key) is { } found ? source.Texts(PathOf(key), found, check, expected) : new Dictionary<string, string>();

    /// <summary>A list of objects that may be left out.</summary>
    public IReadOnlyList<SettingsObject> Objects(string key, string expected) =>
        Find(key) is { } found ? source.Mappings(PathOf(key), found, expected) : [];

    /// <summary>An object that may be left out.</summary>
    public SettingsObject? Object(string key, string expected) =>
        Find(key) is { } found ? source.Mapping(PathOf(key), found, expected) : null;

    /// <summary>Reports every key that was set and not read. Call it after all keys.</summary>
    public void ReportUnknownKeys()
    {
        foreach (var key in _values.Keys.Except(_known, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            source.Note(PathOf(key), "there is no such setting", Spelling.Closest(key, _known) is { } close
                ? $"did you mean {path}.{close}?"
                : $"remove it; the keys are {string.Join(", ", _known)}");
        }
    }

    /// <summary>Reports a problem with a key.</summary>
    public void Report(string key, string why, string fix) => source.Report(PathOf(key), why, fix);

    private string PathOf(string key) => $"{path}.{key}";

    private JsonElement? Find(string key)
    {
        _known.Add(key);
        return _values.TryGetValue(key, out var found) && found.ValueKind != JsonValueKind.Null ? found : null;
    }
}
