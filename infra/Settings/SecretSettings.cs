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
        source.OptionalSecret("slackUrl", $"run: pulumi config set --secret {SettingsSource.Namespace}:slackUrl"));

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

        string[] taken = [.. SecretNames.All, .. RotatableSecrets.All, .. GeneratedSecrets.LoginNames];
        foreach (var (index, name) in Generated.Index().Where(each => taken.Contains(each.Item) || Generated.Take(each.Index).Contains(each.Item)))
            yield return new($"generatedSecrets[{index}]", $"there is a secret {name} already", "choose another name, e.g. flask-key");
        foreach (var name in Given.Keys.Where(name => taken.Contains(name) || Generated.Contains(name)))
            yield return new($"{GivenKey}.{name}", $"there is a secret {name} already", "choose another name, e.g. flask-key");
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
            ? source.Map(GivenKey, expected, (name, _) => ServiceName.Parse(name)).Keys.ToDictionary(name => name, name => given.Apply(json => ValueOf(json, name)))
            : [];
    }

    private static string ValueOf(string json, string name) => JsonElement.Parse(json).GetProperty(name).ToString();
}
