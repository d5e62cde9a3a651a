using Infra.Secrets;
using Infra.Services;
using Infra.Settings;

namespace Infra.Databases;

/// <summary>
/// Pure: makes of a managed cluster's users what <see cref="PostgresRoles"/> makes of the service's. DigitalOcean makes the users, with passwords of its
/// own; the role that owns the application's database cannot log in, and those that can act as that owner. The administrator is no super user,
/// so each login role sets its own default.
/// </summary>
public static class ManagedPostgresRoles
{
    /// <summary>
    /// The login roles. A user's password cannot be set, so a new generation is another user, and takes the place of the one that is not in use.
    /// </summary>
    public static IReadOnlyList<string> LoginsOf(string database, int generation) =>
        [.. Enumerable.Range(0, 2).Select(slot => $"{database}_{PostgresRoles.GenerationOf(slot, generation)}")];

    /// <summary>The role of the metrics exporter.</summary>
    public static string MonitoringOf(SecretSettings secrets) => $"{PostgresRoles.Monitoring}_{secrets.GenerationOf(RotatableSecrets.Monitoring)}";

    /// <summary>
    /// The files that the script reads, each after a line with its name: connections for libpq (postgresql.org/docs/current/libpq-pgservice.html),
    /// the authority's certificate, and what the administrator and each login role run.
    /// </summary>
    /// <param name="server">Where the server is.</param>
    /// <param name="administrator">The cluster's administrator.</param>
    /// <param name="logins">The login roles.</param>
    /// <param name="monitoring">The role of the metrics exporter.</param>
    public static string Files(ManagedServer server, PostgresLogin administrator, IReadOnlyList<PostgresLogin> logins, string monitoring) => $"""
        ==== services
        {Service("administrator", server, administrator, Verified)}{string.Concat(logins.Select((login, index) => Service($"login-{index}", server, login, Verified)))}
        ==== ca.crt
        {server.Certificate}
        ==== administrator.sql
        {AdministratorSql(server.Database, [.. logins.Select(login => login.Name)], monitoring)}
        ==== login.sql
        {LoginSql(server.Database)}
        """;

    /// <summary>A connection of the administrator's for people, by the name <c>postgres</c>; whoever has only this file has no certificate to compare with.</summary>
    public static string AdministratorService(string host, int port, string database, PostgresLogin administrator) =>
        Service("postgres", new(host, port, database, ""), administrator, "sslmode=require");

    /// <summary>Runs it with the clients of an image, on a node that the cluster lets in.</summary>
    /// <param name="image">Image of PostgreSQL.</param>
    public static string Script(string image) => $$"""
        set -eu
        umask 077
        scratch=$(mktemp --directory)
        trap 'rm -rf "$scratch"' EXIT
        awk -v folder="$scratch" '/^==== / { file = folder "/" $2; next } { print >file }'
        docker run --rm --interactive --network host --volume "$scratch:/setup:ro" --user 0 {{image}} sh -s <<'END_OF_SETUP'
        {{Commands("/setup")}}
        END_OF_SETUP

        """;

    /// <summary>What is run with the files in a folder.</summary>
    public static string Commands(string folder) => $$"""
        set -eu
        cd {{folder}}
        export PGSERVICEFILE={{folder}}/services
        run() {
          psql --no-psqlrc --quiet --output=/dev/null --set=ON_ERROR_STOP=1 --file="$2" "service=$1"
        }
        run administrator administrator.sql
        run login-0 login.sql
        run login-1 login.sql
        """;

    private const string Verified = "sslmode=verify-full\nsslrootcert=ca.crt";

    private static string Service(string name, ManagedServer server, PostgresLogin login, string encryption) => $"""
        [{name}]
        host={server.Host}
        port={server.Port}
        dbname={server.Database}
        user={login.Name}
        password={login.Password}
        {encryption}
        connect_timeout=30

        """;

    /// <summary>
    /// Only a member of a role may give it a database, and from 16 on whoever made a role is not yet one of its members. From 16 on a role may also be
    /// granted only by who was given that right (postgresql.org/docs/16/release-16.html); without it the exporter sees less.
    /// </summary>
    private static string AdministratorSql(string database, IReadOnlyList<string> logins, string monitoring) => $"""
        \set VERBOSITY terse
        SELECT 'CREATE ROLE {database} NOLOGIN' WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{database}') \gexec
        GRANT {database} TO CURRENT_USER;
        ALTER ROLE {database} CREATEDB;
        ALTER DATABASE {database} OWNER TO {database};
        GRANT {database} TO {string.Join(", ", logins)};
        SELECT 'GRANT pg_monitor TO {monitoring}' WHERE current_setting('server_version_num')::int < 160000 OR pg_has_role('pg_monitor', 'MEMBER WITH ADMIN OPTION') \gexec
        """;

    private static string LoginSql(string database) => $"""
        SET ROLE NONE;
        ALTER ROLE SESSION_USER SET role = '{database}';
        """;
}

/// <summary>Where a managed server is.</summary>
/// <param name="Host">Its name in the private network.</param>
/// <param name="Port">Its port.</param>
/// <param name="Database">The application's database.</param>
/// <param name="Certificate">Certificate of its authority, in PEM form.</param>
public sealed record ManagedServer(string Host, int Port, string Database, string Certificate);

/// <summary>Who logs in.</summary>
/// <param name="Name">Name of the role.</param>
/// <param name="Password">Its password.</param>
public sealed record PostgresLogin(string Name, string Password);
