using System.Text.Json;
using Infra.Services;
using Infra.Settings;
using Pulumi;
using Pulumi.Random;

namespace Infra.Secrets;

/// <summary>
/// The values that nobody chooses: passwords and keys of letters and digits, so that they need no quoting in URLs and files. A value stays
/// the same until its generation is raised.
/// </summary>
public sealed class GeneratedSecrets : ComponentResource
{
    /// <summary>Names of the passwords of the two login roles, which are kept apart from those of declared secrets.</summary>
    public static IReadOnlyList<string> LoginNames { get; } = [$"{RotatableSecrets.Database}-blue", $"{RotatableSecrets.Database}-green"];

    private readonly string _name;
    private readonly SecretSettings _settings;

    /// <summary>Declares the values.</summary>
    /// <param name="name">Name of the component.</param>
    /// <param name="settings">Which generation each value is of, and what else to generate.</param>
    /// <param name="database">Name of the application's database.</param>
    /// <param name="dashboardUser">Name of the dashboard user.</param>
    /// <param name="options">Options of the component.</param>
    public GeneratedSecrets(string name, SecretSettings settings, string database, string dashboardUser, ComponentResourceOptions? options = null)
        : base("lhd:secrets:GeneratedSecrets", name, options)
    {
        (_name, _settings) = (name, settings);
        var dashboard = Password(RotatableSecrets.Dashboard, 32);
        DashboardPassword = dashboard.Result;
        GrafanaPassword = Password(RotatableSecrets.Grafana, 32).Result;
        HasuraAdminSecret = Password(RotatableSecrets.HasuraAdmin, 48).Result;
        var key = Password(RotatableSecrets.SecretKeyBase, 64).Result;
        var superUser = Password(RotatableSecrets.Postgres, 32).Result;
        var monitoring = Password(RotatableSecrets.Monitoring, 32).Result;
        var backup = Password(RotatableSecrets.Backup, 32).Result;
        Output<string>[] logins = [.. PostgresRoles.LoginsOf(database).Select((_, slot) => LoginPassword(slot).Result)];

        Postgres = Output.Tuple(superUser, logins[0], logins[1], monitoring, backup)
            .Apply(each => new PostgresPasswords(each.Item1, [each.Item2, each.Item3], each.Item4, each.Item5));
        Values = new Dictionary<string, Output<string>>
        {
            [SecretNames.PostgresUser] = SuperUserName(),
            [SecretNames.PostgresPassword] = superUser,
            [SecretNames.PostgresMonitoringPassword] = monitoring,
            [SecretNames.PostgresRoles] = Postgres.Apply(passwords => PostgresRoles.Sql(database, passwords)),
            [SecretNames.BackupPasswordFile] = backup.Apply(password => $"*:*:*:{PostgresRoles.Backup}:{password}\n"),
            [SecretNames.DatabaseUrl] = DatabaseUrl(database, logins),
            [SecretNames.HasuraAdminSecret] = HasuraAdminSecret,
            [SecretNames.SecretKeyBase] = key,
            [SecretNames.HasuraJwtSecret] = key.Apply(JwtSecret),
            [SecretNames.DashboardUsers] = dashboard.BcryptHash.Apply(hash => $"{dashboardUser}:{hash}\n"),
            [SecretNames.GrafanaPassword] = GrafanaPassword,
        }.Concat(settings.Generated.Select(each => KeyValuePair.Create(each, Password(each, 48).Result))).ToDictionary();
        RegisterOutputs();
    }

    /// <summary>Password of the dashboard user.</summary>
    public Output<string> DashboardPassword { get; }

    /// <summary>Password of Grafana's administrator.</summary>
    public Output<string> GrafanaPassword { get; }

    /// <summary>Hasura's admin secret.</summary>
    public Output<string> HasuraAdminSecret { get; }

    /// <summary>What the roles of Postgres log in with.</summary>
    public Output<PostgresPasswords> Postgres { get; }

    /// <summary>The values by the name of the swarm secret that holds each.</summary>
    public IReadOnlyDictionary<string, Output<string>> Values { get; }

    private RandomPassword Password(string what, int length) => Random(what, length, _settings.GenerationOf(what));

    /// <summary>The two login roles have a password each; a new generation changes the one that is not in use.</summary>
    private RandomPassword LoginPassword(int slot) => Random(
        LoginNames[slot], 32, PostgresRoles.GenerationOf(slot, _settings.GenerationOf(RotatableSecrets.Database)));

    private RandomPassword Random(string what, int length, int generation) => new($"{_name}-{what}", new()
    {
        Length = length,
        Special = false,
        Keepers = { ["generation"] = $"{generation}" },
    }, new() { Parent = this });

    /// <summary>The name cannot change once the database exists.</summary>
    private Output<string> SuperUserName() => Output.CreateSecret(new RandomString($"{_name}-postgres-user", new()
    {
        Length = 12,
        Special = false,
        Upper = false,
        Numeric = false,
    }, new() { Parent = this }).Result);

    private Output<string> DatabaseUrl(string database, Output<string>[] logins)
    {
        var generation = _settings.GenerationOf(RotatableSecrets.Database);
        var login = PostgresRoles.LoginOf(database, generation);
        return logins[PostgresRoles.Slot(generation)].Apply(password => $"postgres://{login}:{password}@{Services.Catalogue.Postgres.Name}:{Services.Catalogue.Postgres.Port}/{database}");
    }

    /// <summary>Hasura's JWT configuration (https://hasura.io/docs/2.0/auth/authentication/jwt/).</summary>
    private static string JwtSecret(string key) => JsonSerializer.Serialize(new { type = "HS256", key });
}
