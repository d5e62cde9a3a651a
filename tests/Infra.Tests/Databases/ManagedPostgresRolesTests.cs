using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Infra.Databases;
using Infra.Tests.Services;
using Tests.Support;

namespace Infra.Tests.Databases;

/// <summary>
/// The roles of a managed cluster, set on a real server over TLS as an administrator who is no super user, with users that somebody else made, as
/// DigitalOcean makes them.
/// </summary>
public sealed class ManagedPostgresRolesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lhd-managed-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [RequiresToolFact("shellcheck")]
    public Task The_linter_finds_nothing() => Tool.AcceptAsync("shellcheck", ManagedPostgresRoles.Script("postgres:18.6-bookworm"), "--shell=sh", "-");

    [RequiresToolFact("pg_ctlcluster", "psql", "setpriv")]
    public async Task Both_users_act_as_the_owner_of_the_database_again_and_again()
    {
        await using var server = await StartAsync();

        await SetAsync(server, "localhost");
        await SetAsync(server, "localhost");

        Assert.Equal("shop|shop_1", await server.QueryAsync("shop_1", "one", "SELECT current_user, session_user"));
        await server.QueryAsync("shop_1", "one", "CREATE TABLE things (id int); INSERT INTO things VALUES (1)");
        Assert.Equal("1", await server.QueryAsync("shop_2", "two", "ALTER TABLE things ADD name text; SELECT count(*) FROM things"));
        Assert.Equal("shop", await server.QueryAsync("shop_2", "two", "SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = current_database()"));
        Assert.Equal("t", await server.QueryAsync("monitoring_1", "watch", "SELECT pg_has_role('pg_monitor', 'USAGE')"));
        Assert.Contains("permission denied", await server.RefusedAsync("monitoring_1", "watch", "SELECT * FROM things"), StringComparison.Ordinal);
        Assert.Equal("f", await server.QueryAsync("shop_1", "one", "SELECT rolcanlogin FROM pg_roles WHERE rolname = 'shop'"));
    }

    [RequiresToolFact("pg_ctlcluster", "psql", "setpriv")]
    public async Task A_dump_takes_the_place_of_what_a_first_start_made_as_the_application_s_own()
    {
        await using var server = await StartAsync();
        await SetAsync(server, "localhost");
        await server.QueryAsync("shop_1", "one", """
            CREATE EXTENSION citext; CREATE EXTENSION pgcrypto; CREATE SCHEMA hdb_catalog; CREATE TABLE hdb_catalog.hdb_metadata AS SELECT 1 AS id;
            CREATE TABLE things (id int PRIMARY KEY, name citext); INSERT INTO things SELECT n, 'thing ' || n FROM generate_series(1, 1000) AS n
            """);
        await File.WriteAllTextAsync($"{_folder}/postgres.service", ManagedPostgresRoles.AdministratorService("localhost", server.Port, "shop", new("doadmin", "admin")));
        await Tool.AcceptAsync("env", "", $"PGSERVICEFILE={_folder}/postgres.service", "pg_dump", "--format=custom", $"--file={_folder}/move.dump", "--dbname=service=postgres");
        await server.QueryAsync("shop_2", "two", "TRUNCATE things; INSERT INTO things VALUES (7, 'of a first start'); UPDATE hdb_catalog.hdb_metadata SET id = 2");

        await Tool.AcceptAsync(
            "env", "", $"PGSERVICEFILE={_folder}/postgres.service", "pg_restore", "--single-transaction", "--exit-on-error", "--clean", "--if-exists", "--no-owner", "--no-privileges",
            "--role=shop", "--dbname=service=postgres", $"{_folder}/move.dump");

        Assert.Equal("1000|thing 7", await server.QueryAsync("shop_2", "two", "SELECT count(*), max(name) FILTER (WHERE id = 7) FROM things"));
        Assert.Equal("1", await server.QueryAsync("shop_2", "two", "SELECT id FROM hdb_catalog.hdb_metadata"));
        Assert.Equal("shop", await server.QueryAsync("shop_1", "one", "SELECT DISTINCT tableowner FROM pg_tables WHERE schemaname IN ('public', 'hdb_catalog')"));
    }

    [RequiresToolFact("pg_ctlcluster", "psql", "setpriv")]
    public async Task A_server_whose_certificate_has_another_name_gets_no_password()
    {
        await using var server = await StartAsync();

        var refused = await Assert.ThrowsAnyAsync<Exception>(() => SetAsync(server, "127.0.0.1"));

        Assert.Contains("server certificate for \"localhost\" does not match host name \"127.0.0.1\"", refused.Message, StringComparison.Ordinal);
    }

    private async Task<PostgresServer> StartAsync()
    {
        await WriteCertificateAsync();
        var server = await PostgresServer.StartAsync("shop", new Dictionary<string, string>
        {
            ["ssl"] = "on",
            ["ssl_cert_file"] = $"{_folder}/server.crt",
            ["ssl_key_file"] = $"{_folder}/server.key",
        });
        await server.RunAsync("""
            CREATE ROLE doadmin LOGIN CREATEROLE CREATEDB PASSWORD 'admin';
            CREATE ROLE shop_1 LOGIN PASSWORD 'one'; CREATE ROLE shop_2 LOGIN PASSWORD 'two'; CREATE ROLE monitoring_1 LOGIN PASSWORD 'watch';
            GRANT pg_monitor TO doadmin WITH ADMIN OPTION;
            ALTER DATABASE shop OWNER TO doadmin;
            """);
        return server;
    }

    /// <summary>What the script does on a node, without the container around it.</summary>
    private async Task SetAsync(PostgresServer server, string host)
    {
        var files = ManagedPostgresRoles.Files(
            new(host, server.Port, "shop", await File.ReadAllTextAsync($"{_folder}/server.crt")), new("doadmin", "admin"), [new("shop_1", "one"), new("shop_2", "two")], "monitoring_1");
        await Tool.AcceptAsync("awk", files, "-v", $"folder={_folder}", "/^==== / { file = folder \"/\" $2; next } { print >file }");
        await Tool.AcceptAsync("sh", ManagedPostgresRoles.Commands(_folder), "-s");
    }

    private async Task WriteCertificateAsync()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        await File.WriteAllTextAsync($"{_folder}/server.crt", certificate.ExportCertificatePem());
        await File.WriteAllTextAsync($"{_folder}/server.key", key.ExportPkcs8PrivateKeyPem());
        await Tool.AcceptAsync("sh", "", "-c", "chmod 0755 \"$0\"; chmod 0600 \"$0/server.key\"; chown postgres \"$0\"/server.*", _folder);
    }
}
