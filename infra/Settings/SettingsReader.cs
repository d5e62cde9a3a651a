using System.Text.Json;
using Pulumi;

namespace Infra.Settings;

/// <summary>
/// Reads the running stack's settings: the only reader of <see cref="Config"/>. Values come from it; which keys were set, which it cannot
/// list, from the <c>PULUMI_CONFIG</c> variable that the engine hands to every program, so that a mistyped key is found.
/// </summary>
public static class SettingsReader
{
    /// <summary>The settings of the stack that is being deployed.</summary>
    /// <param name="file">Name of the stack file, for messages.</param>
    /// <exception cref="SettingsException">Something in the stack file must be changed.</exception>
    public static EnvironmentSettings Read(string file)
    {
        var config = new Config(SettingsSource.Namespace);
        var values = Keys(Environment.GetEnvironmentVariable("PULUMI_CONFIG"))
            .ToDictionary(key => key, key => config.Get(key) ?? "", StringComparer.Ordinal);
        var source = new SettingsSource(values, config.RequireSecret);

        var settings = EnvironmentSettings.Read(source);
        source.ReportUnknownKeys();
        return source.Problems.Count == 0 ? settings : throw new SettingsException(file, source.Problems);
    }

    private static IEnumerable<string> Keys(string? json) => json is null or ""
        ? []
        : JsonElement.Parse(json).EnumerateObject()
            .Select(entry => entry.Name.Replace($"{SettingsSource.Namespace}:config:", $"{SettingsSource.Namespace}:", StringComparison.Ordinal))
            .Where(key => key.StartsWith($"{SettingsSource.Namespace}:", StringComparison.Ordinal))
            .Select(key => key[(SettingsSource.Namespace.Length + 1)..]);
}
