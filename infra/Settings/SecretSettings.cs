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
    private const string GivenKey = "serviceSecrets";

    /// <summary>Generation of a generated value.</summary>
    public int GenerationOf(string name) => Generations.GetValueOrDefault(name, 1);

    /// <summary>Reads the section.</summary>
    public static SecretSettings Read(SettingsSource source) => new(
        ReadGenerations(source),
        source.OptionalList("generatedSecrets", ServiceName.Parse, ServiceName.Expected),
        ReadGiven(source),
        source.OptionalSecret("slackUrl"));

    /// <inheritdoc/>
    public IEnumerable<SettingsProblem> Problems()
    {
        string[] known = [.. RotatableSecrets.All, .. Generated];
        foreach (var name in Generations.Keys.Except(known))
        {
            yield return new($"secretGenerations.{name}", "no secret of that name is generated", Spelling.Closest(name, known) is { } close
                ? $"did you mean {close}?"
                : $"choose of {string.Join(", ", known)}");
        }

        foreach (var name in Generated.Concat(Given.Keys).GroupBy(name => name).Where(group => group.Count() > 1 || SecretNames.All.Contains(group.Key)).Select(group => group.Key))
            yield return new("generatedSecrets", $"there is a secret {name} already", "choose another name");
    }

    private static Dictionary<string, int> ReadGenerations(SettingsSource source)
    {
        const string expected = "write a whole number from 1 up, one higher than before, e.g. {database: 2}";
        var generations = new Dictionary<string, int>();
        foreach (var (name, text) in source.Map("secretGenerations", expected, _ => { }))
        {
            if (int.TryParse(text, out var number) && number >= 1)
                generations[name] = number;
            else
                source.Report($"secretGenerations.{name}", $"'{text}' is not a generation", expected);
        }

        return generations;
    }

    private static Dictionary<string, Output<string>> ReadGiven(SettingsSource source)
    {
        var names = source.Map(GivenKey, $"run: pulumi config set --secret --path {SettingsSource.Namespace}:{GivenKey}.NAME", name => ServiceName.Parse(name)).Keys;
        return names.ToDictionary(name => name, name => source.OptionalSecret(GivenKey)!.Apply(json => ValueOf(json, name)));
    }

    private static string ValueOf(string json, string name) => JsonElement.Parse(json).GetProperty(name).ToString();
}
