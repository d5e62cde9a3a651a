using Infra.Services;
using Infra.Services.Catalogue;
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
        if (settings.Postgres.Managed is not null && PostgresImage.Major(settings.Postgres.Image) is > 0 and < ManagedPostgresSettings.OldestMajor)
        {
            yield return new(
                "postgresImage",
                $"a managed cluster is used from PostgreSQL {ManagedPostgresSettings.OldestMajor} on, not with {settings.Postgres.Image}",
                $"name a later version, e.g. lhd:postgresImage: {Images.Postgres}");
        }
    }
}
