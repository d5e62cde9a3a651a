using System.Text.Json;
using Pulumi;

namespace Infra.Settings;

/// <summary>
/// Reads the running stack's settings: the only reader of <see cref="Config"/>. Values come from it; which keys were set and which of them
/// are encrypted, which it cannot list, from the variables <c>PULUMI_CONFIG</c> and <c>PULUMI_CONFIG_SECRET_KEYS</c> that the engine hands to
/// every program, so that a mistyped key and a secret in plain text are found.
/// </summary>
public static class SettingsReader
{
    /// <summary>The settings of the stack that is being deployed.</summary>
    /// <param name="file">Name of the stack file, for messages.</param>
    /// <param name="rules">What is wrong with what the settings describe; asked even when some values stand in for others that cannot be read.</param>
    /// <exception cref="SettingsException">Something in the stack file must be changed.</exception>
    public static EnvironmentSettings Read(string file, Func<EnvironmentSettings, IEnumerable<SettingsProblem>> rules)
    {
        var config = new Config(SettingsSource.Namespace);
        var values = Entries("PULUMI_CONFIG", JsonValueKind.Object, json => json.EnumerateObject().Select(entry => entry.Name))
            .ToDictionary(key => key, key => config.Get(key) ?? "", StringComparer.Ordinal);
        var secretKeys = Entries("PULUMI_CONFIG_SECRET_KEYS", JsonValueKind.Array, json => json.EnumerateArray().Select(key => key.GetString()!));
        var source = new SettingsSource(values, secretKeys.ToHashSet(StringComparer.Ordinal), config.RequireSecret, Deployment.Instance.IsDryRun);

        var settings = source.Section(EnvironmentSettings.Read);
        source.Tell(rules(settings));
        source.ReportUnknownKeys();
        foreach (var secret in source.Waiting)
            Log.Warn($"{SettingsSource.Namespace}:{secret.Key} is not set; before `pulumi up`, {secret.Fix}");
        return source.Problems.Count == 0 ? settings : throw new SettingsException(file, source.Problems);
    }

    private static IEnumerable<string> Entries(string variable, JsonValueKind kind, Func<JsonElement, IEnumerable<string>> keys) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text && JsonElement.Parse(text) is var json && json.ValueKind == kind
            ? keys(json)
                .Select(key => key.Replace($"{SettingsSource.Namespace}:config:", $"{SettingsSource.Namespace}:", StringComparison.Ordinal))
                .Where(key => key.StartsWith($"{SettingsSource.Namespace}:", StringComparison.Ordinal))
                .Select(key => key[(SettingsSource.Namespace.Length + 1)..])
            : [];
}
