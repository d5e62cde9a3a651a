using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Pulumi;

namespace Infra.Settings;

/// <summary>
/// The stack's values by key, read one by one and typed. What is wrong is collected, never thrown, so that all of it is reported
/// together. A value that could not be read is stood in for by one that can be used, so that the rules between values see whole settings;
/// nothing else sees them, because there are problems.
/// </summary>
/// <param name="values">Plain text by key without namespace; structured values as JSON text.</param>
/// <param name="secretKeys">Keys whose value is encrypted, as a whole or in part. No problem shows such a value.</param>
/// <param name="secret">Gives the value of a key as a secret.</param>
/// <param name="secretsMayWait">Whether a required secret may still be missing, as in a preview; see <see cref="Waiting"/>.</param>
public sealed class SettingsSource(
    IReadOnlyDictionary<string, string> values, IReadOnlySet<string> secretKeys, Func<string, Output<string>> secret, bool secretsMayWait = false)
{
    /// <summary>Namespace of every key in the stack file: the name of the project.</summary>
    public const string Namespace = "lhd";

    /// <summary>Stands in for a text that could not be read.</summary>
    private const string Unreadable = "unreadable";

    private readonly List<SettingsProblem> _problems = [];
    private readonly UnreadSettings _unread = new();
    private readonly SortedSet<string> _known = new(StringComparer.Ordinal);

    private readonly List<SettingsProblem> _waiting = [];

    /// <summary>Secrets that are to be set before an update; something stands in for each.</summary>
    public IReadOnlyCollection<SettingsProblem> Waiting => _waiting;

    /// <summary>Every key that some section reads, whether it was set or not.</summary>
    public IReadOnlyCollection<string> KnownKeys => _known;

    /// <summary>Whether the nodes are the machine that the program runs on, where nobody is to be told anything.</summary>
    public bool IsLocal => values.GetValueOrDefault("provider") == "local";

    /// <summary>What was found wrong so far.</summary>
    public IReadOnlyCollection<SettingsProblem> Problems => _problems;

    /// <summary>Reads a section, then lets it check its values against each other.</summary>
    public T Section<T>(Func<SettingsSource, T> read) where T : ISettingsSection
    {
        var section = read(this);
        Tell(section.Problems());
        return section;
    }

    /// <summary>Adds what is wrong between values, but for what follows from a value that could not be read.</summary>
    public void Tell(IEnumerable<SettingsProblem> problems) =>
        _problems.AddRange(problems.Where(problem => !problem.Inputs.Prepend(problem.Key).Any(_unread.Contains)));

    /// <summary>A required value.</summary>
    /// <param name="key">Key without namespace.</param>
    /// <param name="parse">Turns the text into the value, or throws <see cref="FormatException"/> saying what is wrong.</param>
    /// <param name="expected">What to write, with an example.</param>
    /// <param name="standIn">What the rules between values see when it cannot be read.</param>
    public T Value<T>(string key, Func<string, T> parse, string expected, T standIn) =>
        Find(key, expected, out var text) && TryParse(key, text, parse, expected, out var value) ? value : standIn;

    /// <summary>A required text. When it cannot be read, the rules between values see a plain word.</summary>
    public string Value(string key, Func<string, string> parse, string expected) => Value(key, parse, expected, Unreadable);

    /// <summary>A required value of a few possible ones; the first of them when it cannot be read.</summary>
    public T Choice<T>(string key) where T : struct, Enum => Value(key, Settings.Choice.Parse<T>, Settings.Choice.Expected<T>(key), default);

    /// <summary>Whether nothing was found wrong with a value so far.</summary>
    public bool IsSound(string key) => !_unread.Contains(key);

    /// <summary>Whether a key has a value, one that is neither empty nor an empty list.</summary>
    public bool IsSet(string key) => values.GetValueOrDefault(key, "").Trim() is not ("" or "[]");

    /// <summary>Notes that a key exists though nothing reads it in this environment.</summary>
    public void Ignore(params IEnumerable<string> keys) => _known.UnionWith(keys);

    /// <summary>A value that may be left out.</summary>
    public T? Optional<T>(string key, Func<string, T> parse, string expected) where T : class
    {
        _known.Add(key);
        return values.TryGetValue(key, out var text) && TryParse(key, text, parse, expected, out var value) ? value : null;
    }

    /// <summary>A text that may be left out or empty, turned into a value.</summary>
    public T? OptionalOrEmpty<T>(string key, Func<string, T> parse, string expected) where T : class
    {
        _known.Add(key);
        return values.GetValueOrDefault(key, "") is { Length: > 0 } text && TryParse(key, text, parse, expected, out var value) ? value : null;
    }

    /// <summary>A required whole number between two bounds, both allowed; the lower one when it cannot be read.</summary>
    public int Integer(string key, int minimum, int maximum, string expected) =>
        Value(key, text => ParseInteger(text, minimum, maximum), expected, minimum);

    /// <summary>A whole number between two bounds, both allowed.</summary>
    /// <exception cref="FormatException">The text is no whole number, or not between the bounds.</exception>
    public static int ParseInteger(string text, int minimum, int maximum)
    {
        if (!BigInteger.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            throw new FormatException($"'{text}' is not a whole number");
        return number >= minimum && number <= maximum
            ? (int)number
            : throw new FormatException($"{number} is not between {minimum} and {maximum}");
    }

    /// <summary>A required yes or no, written <c>true</c> or <c>false</c>; no when it cannot be read.</summary>
    public bool Flag(string key) => Value(key, text => text switch
    {
        "true" => true,
        "false" => false,
        _ => throw new FormatException($"'{text}' is neither true nor false"),
    }, $"write true or false, e.g. {Namespace}:{key}: false", standIn: false);

    /// <summary>A required list of texts with at least one element, each turned into a value; without those that cannot be read.</summary>
    public IReadOnlyList<T> List<T>(string key, Func<string, T> parse, string expected)
    {
        if (!Find(key, expected, out var text) || this.Json(key, text, JsonValueKind.Array, expected) is not { } list)
            return [];
        if (list.GetArrayLength() == 0)
            Report(key, "the list is empty", expected);
        return this.Scalars(key, list, parse, expected);
    }

    /// <summary>A required secret. Its value is not looked at, only that there is one and that it is encrypted.</summary>
    public Output<string> Secret(string key, string expected)
    {
        _known.Add(key);
        if (values.GetValueOrDefault(key, "").Length > 0)
            return IsEncrypted(key, expected) ? secret(key) : Output.CreateSecret(Unreadable);
        (secretsMayWait ? _waiting : _problems).Add(new(key, "it is not set", expected));
        return Output.CreateSecret("not-set-yet");
    }

    /// <summary>A secret that may be left out.</summary>
    public Output<string>? OptionalSecret(string key, string expected)
    {
        _known.Add(key);
        return values.GetValueOrDefault(key, "").Length > 0 ? Secret(key, expected) : null;
    }

    /// <summary>The text of a value that may be left out; null then, and when it is empty, which is reported.</summary>
    public string? OptionalText(string key, string expected)
    {
        _known.Add(key);
        return values.ContainsKey(key) && Find(key, expected, out var text) ? text : null;
    }

    /// <summary>Adds what is wrong with a value, which counts as one that could not be read. Only the first such problem of a value is told.</summary>
    public void Report(string key, string why, string fix)
    {
        if (_unread.Add(key))
            Note(key, why, fix);
    }

    /// <summary>Adds what is wrong with a key that says nothing of another value.</summary>
    public void Note(string key, string why, string fix) => _problems.Add(new(Legible.Text(key), Legible.Text(why), fix));

    /// <summary>Adds what is wrong with a value, which is not shown when it is encrypted.</summary>
    public void Refuse(string key, FormatException problem, string fix) => Report(
        key, secretKeys.Contains(key.Split('.', '[')[0]) ? "it is encrypted, and its value does not fit" : problem.Message, fix);

    /// <summary>Reports every key that was set and that no section has read. Call it after all sections.</summary>
    public void ReportUnknownKeys()
    {
        foreach (var key in values.Keys.Except(_known, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            Note(key, "there is no such setting", Spelling.Closest(key, _known) is { } close
                ? $"did you mean {Namespace}:{close}?"
                : $"remove it; the settings are {string.Join(", ", _known)}");
        }
    }

    private bool Find(string key, string expected, out string text)
    {
        _known.Add(key);
        text = values.GetValueOrDefault(key, "");
        if (text.Length == 0)
            Report(key, values.ContainsKey(key) ? "it is empty" : "it is not set", expected);
        return text.Length > 0;
    }

    /// <summary>Turns a text into a value; one that does not fit is reported.</summary>
    internal bool TryParse<T>(string key, string text, Func<string, T> parse, string expected, [MaybeNullWhen(false)] out T value)
    {
        try
        {
            value = parse(text);
            return true;
        }
        catch (FormatException problem)
        {
            Refuse(key, problem, expected);
            value = default;
            return false;
        }
    }

    private bool IsEncrypted(string key, string expected)
    {
        if (!secretKeys.Contains(key))
            Report(key, "it is a secret in plain text", expected);
        return secretKeys.Contains(key);
    }
}
