using System.Globalization;
using System.Text.Json;

namespace Infra.Settings;

/// <summary>
/// One object of a structured setting, read key by key like the settings themselves: what is wrong is reported with its whole path
/// (in Pulumi's notation, <c>services[2].image</c>) and reading goes on.
/// </summary>
/// <param name="source">Where problems are reported.</param>
/// <param name="path">Path of the object.</param>
/// <param name="element">The object; anything else is reported and read as an empty one.</param>
public sealed class SettingsObject(SettingsSource source, string path, JsonElement element)
{
    private readonly SortedSet<string> _known = new(StringComparer.Ordinal);

    private readonly Dictionary<string, JsonElement> _values = element.ValueKind == JsonValueKind.Object
        ? element.EnumerateObject().ToDictionary(property => property.Name, property => property.Value)
        : [];

    /// <summary>Path of the object.</summary>
    public string Path => path;

    /// <summary>Whether a key was set.</summary>
    public bool Has(string key) => _values.ContainsKey(key);

    /// <summary>A required text, turned into a value.</summary>
    public T Value<T>(string key, Func<string, T> parse, string expected)
    {
        if (Find(key) is { } found)
            return Parse(key, found, text => parse(text), expected);
        Report(key, "it is not set", expected);
        return default!;
    }

    /// <summary>A text that may be left out, turned into a value.</summary>
    public T Optional<T>(string key, Func<string, T> parse, T otherwise, string expected) =>
        Find(key) is { } found ? Parse(key, found, text => parse(text), expected) : otherwise;

    /// <summary>A whole number between two bounds, both allowed, that may be left out.</summary>
    public int Integer(string key, int minimum, int maximum, int otherwise, string expected) => Optional(key, text =>
        !int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? throw new FormatException($"'{text}' is not a whole number")
        : number < minimum || number > maximum ? throw new FormatException($"{number} is not between {minimum} and {maximum}")
        : number, otherwise, expected);

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

    /// <summary>A list of texts that may be left out, each turned into a value.</summary>
    public IReadOnlyList<T> List<T>(string key, Func<string, T> parse, string expected) => Find(key) switch
    {
        null => [],
        { ValueKind: JsonValueKind.Array } list => [.. list.EnumerateArray().Select((item, index) => Parse($"{key}[{index}]", item, text => parse(text), expected))],
        _ => Wrong<IReadOnlyList<T>>(key, "it is not a list", expected, []),
    };

    /// <summary>Names and texts that may be left out.</summary>
    /// <param name="key">Key.</param>
    /// <param name="check">Throws <see cref="FormatException"/> saying what is wrong with a name.</param>
    /// <param name="expected">What to write.</param>
    public IReadOnlyDictionary<string, string> Map(string key, Action<string> check, string expected)
    {
        if (Find(key) is not { } found)
            return new Dictionary<string, string>();
        if (found.ValueKind != JsonValueKind.Object)
            return Wrong<IReadOnlyDictionary<string, string>>(key, "it has no names", expected, new Dictionary<string, string>());
        return found.EnumerateObject().ToDictionary(property => property.Name, property => Parse($"{key}.{property.Name}", property.Value, text =>
        {
            check(property.Name);
            return text;
        }, expected));
    }

    /// <summary>A list of objects that may be left out.</summary>
    public IReadOnlyList<SettingsObject> Objects(string key, string expected) => Find(key) switch
    {
        null => [],
        { ValueKind: JsonValueKind.Array } list => [.. list.EnumerateArray().Select((item, index) => Child($"{key}[{index}]", item, expected))],
        _ => Wrong<IReadOnlyList<SettingsObject>>(key, "it is not a list", expected, []),
    };

    /// <summary>An object that may be left out.</summary>
    public SettingsObject? Object(string key, string expected) => Find(key) is { } found ? Child(key, found, expected) : null;

    /// <summary>Reports every key that was set and not read. Call it after all keys.</summary>
    public void ReportUnknownKeys()
    {
        foreach (var key in _values.Keys.Except(_known, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            Report(key, "there is no such setting", Spelling.Closest(key, _known) is { } close
                ? $"did you mean {path}.{close}?"
                : $"remove it; the keys are {string.Join(", ", _known)}");
        }
    }

    /// <summary>Reports a problem with a key.</summary>
    public void Report(string key, string why, string fix) => source.Report($"{path}.{key}", why, fix);

    private SettingsObject Child(string key, JsonElement found, string expected)
    {
        if (found.ValueKind != JsonValueKind.Object)
            Report(key, "it has no keys", expected);
        return new(source, $"{path}.{key}", found);
    }

    private JsonElement? Find(string key)
    {
        _known.Add(key);
        return _values.TryGetValue(key, out var found) && found.ValueKind != JsonValueKind.Null ? found : null;
    }

    private T Parse<T>(string key, JsonElement found, Func<string, T> parse, string expected)
    {
        if (found.ValueKind is JsonValueKind.Array or JsonValueKind.Object)
            return Wrong<T>(key, "it is not one value", expected, default!);
        try
        {
            return parse(found.ToString());
        }
        catch (FormatException problem)
        {
            return Wrong<T>(key, problem.Message, expected, default!);
        }
    }

    private T Wrong<T>(string key, string why, string expected, T otherwise)
    {
        Report(key, why, expected);
        return otherwise;
    }
}
