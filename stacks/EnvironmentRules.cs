using Infra.Settings;

namespace Stacks;

/// <summary>What an environment must not be set to because of its nature.</summary>
public static class EnvironmentRules
{
    /// <summary>What is wrong with the settings there.</summary>
    public static IEnumerable<SettingsProblem> Problems(EnvironmentTraits traits, EnvironmentSettings settings)
    {
        if (traits.ProtectData && settings.Hasura.Console)
            yield return new("hasuraConsole", "the console and the APIs that change the schema would be public in production", "set lhd:hasuraConsole: false");
    }
}
