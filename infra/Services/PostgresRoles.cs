namespace Infra.Services;

/// <summary>
/// Who may log in to Postgres. The application's database belongs to a role that cannot log in; two roles can, and act as that owner.
/// A new password goes to the one of them that is not in use, and the readers move to it: the tasks that still run with the other keep
/// their access until the last of them is gone, so a rotation interrupts nobody.
/// </summary>
public static class PostgresRoles
{
    /// <summary>Role of the metrics exporter, which may read statistics and nothing else.</summary>
    public const string Monitoring = "monitoring";

    /// <summary>Role that may stream the data and the WAL, for backups, and nothing else.</summary>
    public const string Backup = "backup";

    /// <summary>The login roles of a database.</summary>
    public static IReadOnlyList<string> LoginsOf(string database) => [$"{database}_blue", $"{database}_green"];

    /// <summary>The login role that a generation of the password belongs to: they take turns.</summary>
    public static string LoginOf(string database, int generation) => LoginsOf(database)[Slot(generation)];

    /// <summary>0 or 1: which of the two login roles a generation belongs to.</summary>
    public static int Slot(int generation) => (generation + 1) % 2;

    /// <summary>The latest generation, up to the current one, that belongs to a slot; 0 for a slot not used yet.</summary>
    public static int GenerationOf(int slot, int current) => Slot(current) == slot ? current : current - 1;

    /// <summary>
    /// Brings the server to the wanted roles and passwords, from whatever it has. For <c>psql</c>; the passwords must be letters and digits,
    /// and are kept out of the server's log.
    /// </summary>
    /// <param name="database">The application's database, which exists.</param>
    /// <param name="passwords">What the roles log in with.</param>
    public static string Sql(string database, PostgresPasswords passwords) => $"""
        \set VERBOSITY terse
        SET log_statement = 'none';
        SET log_min_error_statement = 'panic';
        SET log_min_duration_statement = -1;
        {Create(database, "NOLOGIN")}{string.Concat(LoginsOf(database).Select(role => Create(role, "LOGIN")))}{Create(Monitoring, "LOGIN")}{Create(Backup, "LOGIN")}
        BEGIN;
        ALTER ROLE CURRENT_USER PASSWORD '{passwords.SuperUser}';
        ALTER ROLE {database} CREATEDB;
        ALTER DATABASE {database} OWNER TO {database};
        ALTER SCHEMA public OWNER TO {database};
        {string.Concat(LoginsOf(database).Zip(passwords.Logins, (role, password) => Login(role, database, password)))}
        ALTER ROLE {Monitoring} PASSWORD '{passwords.Monitoring}';
        GRANT pg_monitor TO {Monitoring};
        ALTER ROLE {Backup} REPLICATION PASSWORD '{passwords.Backup}';
        COMMIT;

        """;

    /// <summary>Runs SQL from standard input as the super user, on the node that runs Postgres, over its local socket.</summary>
    public const string Script = """
        set -eu
        task=$(docker ps --quiet --filter label=com.docker.swarm.service.name=postgres --filter health=healthy | head -n 1)
        if [ -z "$task" ]; then
          echo 'no healthy task of the service postgres runs on this node; look at: docker service ps postgres' >&2
          exit 1
        fi
        docker exec --interactive --user postgres "$task" sh -c 'exec psql --no-psqlrc --quiet --output=/dev/null --set=ON_ERROR_STOP=1 --username="$(cat /run/secrets/postgres-user)" --dbname="$POSTGRES_DB"'

        """;

    private static string Create(string role, string login) => $"""
        SELECT 'CREATE ROLE {role} {login}' WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{role}') \gexec

        """;

    private static string Login(string role, string owner, string password) => $"""
        ALTER ROLE {role} PASSWORD '{password}';
        GRANT {owner} TO {role};
        ALTER ROLE {role} SET role = '{owner}';

        """;
}

/// <summary>What the roles of Postgres log in with; letters and digits.</summary>
/// <param name="SuperUser">The super user, who does not use the network.</param>
/// <param name="Logins">The two login roles of the application's database, in order.</param>
/// <param name="Monitoring">The metrics exporter.</param>
/// <param name="Backup">The role that streams backups.</param>
public sealed record PostgresPasswords(string SuperUser, IReadOnlyList<string> Logins, string Monitoring, string Backup);
