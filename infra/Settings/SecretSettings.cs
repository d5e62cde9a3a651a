using System.Text.Json;
using Infra.Secrets;
using Pulumi;

namespace Infra.Settings;

/// <summary>Secrets that are given, and which of the generated ones are to be new.</summary>
/// <param name="Generations">Generation by name of a generated value; 1 for a name that is not there.</param>
/// <param name="Generated">Names of further secrets to generate, for declared services.</param>
/// <param name="Given">Values of further secrets by name, for declared services.</param>
/// <param name="SlackUrl">Slack's incoming webhook; null when nobody is told.</param>
public sealed record SecretSettings(
    IReadOnlyDictionary<string, int> Generations,
    IReadOnlyList<string> Generated,
    IReadOnlyDictionary<string, Output<string>> Given,
    Output<string>? SlackUrl) : ISettingsSection
{
    /// <summary>Key of the names of further secrets to generate.</summary>
    public const string GeneratedKey = "generatedSecrets";

    /// <summary>Key of the values of further secrets.</summary>
    public const string GivenKey = "serviceSecrets";

    private const string OtherName = "choose another name of lower-case letters, digits and -, e.g. flask-key";

    private static string[] Taken => [.. SecretNames.All, .. RotatableSecrets.All, .. GeneratedSecrets.LoginNames];

    /// <summary>Generation of a generated value.</summary>
    public int GenerationOf(string name) => Generations.GetValueOrDefault(name, 1);

    /// <summary>Reads the section.</summary>
    public static SecretSettings Read(SettingsSource source) => new(
        ReadGenerations(source),
        ReadGenerated(source),
        ReadGiven(source),
        source.OptionalSecret("slackUrl", $"run: pulumi config set --secret {SettingsSource.Namespace}:slackUrl"));

    /// <inheritdoc/>
    public IEnumerable<SettingsProblem> Problems()
    {
        string[] known = [.. RotatableSecrets.All, .. Generated];
        foreach (var name in Generations.Keys.Except(known))
        {
            var fix = Spelling.Closest(name, known) is { } close ? $"did you mean {close}?" : $"choose of {string.Join(", ", known)}";
            yield return new($"secretGenerations.{name}", "no secret of that name is generated", fix) { Inputs = [$"{GeneratedKey}[*]"] };
        }

        foreach (var name in Given.Keys.Where(name => Taken.Contains(name) || Generated.Contains(name)))
            yield return new($"{GivenKey}.{name}", $"there is a secret {name} already", OtherName);
    }

    private static IReadOnlyList<string> ReadGenerated(SettingsSource source)
    {
        var taken = Taken.ToHashSet(StringComparer.Ordinal);
        return source.OptionalList(
            GeneratedKey, text => taken.Add(ServiceName.Parse(text)) ? text : throw new FormatException($"there is a secret {text} already"), OtherName);
    }

    private static Dictionary<string, int> ReadGenerations(SettingsSource source)
    {
        const string expected = "write a whole number from 1 up, one higher than before, e.g. {database: 2}";
        return source.Map("secretGenerations", expected, (_, text) => SettingsSource.ParseInteger(text, 1, int.MaxValue))
            .ToDictionary(entry => entry.Key, entry => int.TryParse(entry.Value, out var number) ? number : 0);
    }

    private static Dictionary<string, Output<string>> ReadGiven(SettingsSource source)
    {
        var expected = $"run: pulumi config set --secret --path '{SettingsSource.Namespace}:{GivenKey}.NAME'";
        return source.OptionalSecret(GivenKey, expected) is { } given
            ? source.Map(GivenKey, expected, (_, _) => { }).Keys
                .Where(name => IsName(source, name))
                .ToDictionary(name => name, name => source.IsSound(GivenKey) ? given.Apply(json => ValueOf(json, name)) : given)
            : [];
    }

    private static bool IsName(SettingsSource source, string name)
    {
        if (!ServiceName.IsOne(name))
            source.Report($"{GivenKey}.{name}", "this cannot be the name of a secret", OtherName);
        return ServiceName.IsOne(name);
    }

    private static string ValueOf(string json, string name) => JsonElement.Parse(json).GetProperty(name).ToString();
}
