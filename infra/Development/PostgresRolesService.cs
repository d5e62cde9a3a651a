using Infra.Secrets;
using Infra.Services;
using Infra.Services.Catalogue;
using Infra.Settings;

namespace Infra.Development;

/// <summary>
/// Gives the roles of Postgres their passwords, as a command on the node does elsewhere. As a service it works for whoever deploys the swarm,
/// without a Pulumi engine that runs commands. It is healthy when the roles are set, and has nothing left to do then.
/// </summary>
public static class PostgresRolesService
{
    /// <summary>Service and DNS name.</summary>
    public const string Name = "postgres-roles";

    private const string ScriptPath = "/etc/lhd/set-roles.sh";

    private const string Done = "/tmp/roles-are-set";

    /// <summary>The script; the password file is psql's way to take one neither as an argument nor as a variable.</summary>
    public const string Script =
        $$"""
        #!/bin/sh
        set -eu
        umask 077
        printf '{{Postgres.Name}}:{{PortText}}:*:%s:%s\n' "$(cat /run/secrets/{{SecretNames.PostgresUser}})" "$(cat /run/secrets/{{SecretNames.PostgresPassword}})" >/tmp/pgpass
        PGPASSFILE=/tmp/pgpass psql --no-psqlrc --quiet --output=/dev/null --set=ON_ERROR_STOP=1 --host={{Postgres.Name}} --port={{PortText}} \
          --username="$(cat /run/secrets/{{SecretNames.PostgresUser}})" --dbname="$POSTGRES_DB" --file=/run/secrets/{{SecretNames.PostgresRoles}}
        rm /tmp/pgpass
        touch {{Done}}
        exec sleep infinity

        """;

    private const string PortText = "5432";

    /// <summary>Describes the service.</summary>
    public static ServiceSpec Describe(PostgresSettings settings) => new(Name, settings.Image)
    {
        Command = ["/bin/sh", ScriptPath],
        Env = new Dictionary<string, string> { ["POSTGRES_DB"] = settings.Database },
        Networks = [OverlayNetwork.Data],
        Secrets = [new(SecretNames.PostgresUser), new(SecretNames.PostgresPassword), new(SecretNames.PostgresRoles)],
        Configs = [new("script", ScriptPath, Script)],
        Health = HealthCheck.Command("test", "-e", Done) with { StartPeriod = TimeSpan.FromMinutes(3) },
        Resources = new(64, 0.25),
        Init = true,
        WaitsFor = [Postgres.Name],
    };
}
