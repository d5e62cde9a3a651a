using Infra.Services;
using Tests.Support;

namespace Backups.Tests;

/// <summary>An upgrade from the distribution's major version to a later one, with real servers of both.</summary>
[Collection(SerialLabs.Name)]
public class UpgradeTests(LaterVersion later) : IClassFixture<LaterVersion>
{
    private const string Content = """
        CREATE EXTENSION pgcrypto; CREATE EXTENSION citext;
        CREATE ROLE analyst NOLOGIN; CREATE ROLE ann LOGIN PASSWORD 'ann-password'; GRANT analyst TO ann;
        ALTER ROLE ann SET statement_timeout = '5s';
        ALTER DATABASE app SET lock_timeout = '7s';
        SET ROLE app;
        CREATE TYPE size AS ENUM ('small', 'large');
        CREATE TABLE people (t bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, email citext UNIQUE NOT NULL, secret bytea, size size DEFAULT 'small',
          born date CHECK (born > '1900-01-01'), weight double precision, notes jsonb, tags text[]);
        INSERT INTO people (email, secret, born, weight, notes, tags) SELECT 'Person' || n || '@example.com', decode(md5(n::text), 'hex'), date '1950-01-01' + n, n / 3.0,
          jsonb_build_object('n', n, 'text', E'a "quote" and \\ and ünïcode'), ARRAY['x', NULL, n::text] FROM generate_series(1, 5000) AS n;
        CREATE TABLE commands (line text); INSERT INTO commands VALUES ('CREATE ROLE superstaging;'), (E'\\.'), (NULL);
        CREATE SCHEMA hdb_catalog; CREATE TABLE hdb_catalog.hdb_metadata (id int PRIMARY KEY, metadata json); INSERT INTO hdb_catalog.hdb_metadata VALUES (1, '{"version": 3}');
        CREATE VIEW elders AS SELECT * FROM people WHERE born < '1951-01-01'; CREATE MATERIALIZED VIEW totals AS SELECT count(*) FROM people;
        CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.weight := 1; RETURN NEW; END';
        CREATE TRIGGER touched BEFORE UPDATE ON people FOR EACH ROW EXECUTE FUNCTION touch();
        ALTER TABLE people ENABLE ROW LEVEL SECURITY; CREATE POLICY everyone ON people USING (true);
        GRANT SELECT ON people, elders TO analyst; GRANT UPDATE (notes) ON people TO analyst; GRANT USAGE ON SCHEMA hdb_catalog TO analyst;
        ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO analyst;
        SELECT lo_from_bytea(0, 'a large object');
        """;

    private const string Facts = """
        SELECT count(*), sum(hashtext(email::text)), max(t) FROM people UNION ALL SELECT count(*), count(line), 0 FROM commands
        UNION ALL SELECT (SELECT count(*) FROM elders), (SELECT count FROM totals), (SELECT count(*) FROM pg_largeobject_metadata)
        UNION ALL SELECT (SELECT count(*) FROM pg_policy), (SELECT count(*) FROM pg_trigger WHERE tgname = 'touched'), (SELECT count(*) FROM pg_extension)
        """;

    [UpgradeFact]
    public async Task Every_row_role_and_grant_is_in_the_later_version_and_the_application_logs_in_with_its_password()
    {
        await using var lab = await Lab.StartAsync();
        await lab.Postgres.SqlAsync(Content);
        var before = await lab.Postgres.SqlAsync(Facts);

        var said = await UpgradeAsync(lab);

        Assert.Matches(@"compared: 6 tables, \d+ roles, \d+ facts in all are the same", said);
        Assert.Equal(before, await lab.Postgres.SqlAsync(Facts));
        Assert.Contains("read-only transaction", (await lab.Postgres.TryApplicationAsync("DELETE FROM people")).Output, StringComparison.Ordinal);
        await lab.Postgres.StopAsync();
        await StartGuardAsync(lab);

        await using var server = await NextServer.StartAsync(lab, later);
        Assert.StartsWith($"{LaterVersion.Major}", await server.SqlAsync("SHOW server_version"), StringComparison.Ordinal);
        Assert.Equal(before, await server.SqlAsync(Facts));
        Assert.Equal("5000", await server.AsAsync("app_blue", "blue-password", "SELECT count(*) FROM people"));
        Assert.Equal("5001", await server.AsAsync("app_blue", "blue-password", "INSERT INTO people (email) VALUES ('new@example.com') RETURNING t"));
        Assert.Equal("5s|5001", await server.AsAsync("ann", "ann-password", "SELECT current_setting('statement_timeout'), count(*) FROM people"));
        Assert.Equal("t|f|7s", await server.AsAsync("ann", "ann-password", "SELECT has_column_privilege('people', 'notes', 'UPDATE'), has_table_privilege('people', 'DELETE'), current_setting('lock_timeout')"));
        Assert.Equal("superstaging", await server.SqlAsync("SELECT rolname FROM pg_roles WHERE oid = 10"));
        Assert.Equal("on", await server.SqlAsync("SHOW data_checksums"));
    }

    [UpgradeFact]
    public async Task Killed_midway_the_database_is_as_it_was_and_the_upgrade_can_be_repeated()
    {
        await using var lab = await Lab.StartAsync(rows: 200_000);
        var upgrade = lab.Begin(later.First, "upgrade");
        await lab.UntilAsync(() => lab.Said.Contains("copying", StringComparison.Ordinal) && Directory.Exists($"{lab.Mount}/.upgrading/data/base"), "half an upgrade");
        upgrade.Kill(entireProcessTree: true);
        await upgrade.WaitForExitAsync();

        Assert.False(Directory.Exists($"{lab.Mount}/.upgraded-{LaterVersion.Major}"));
        Assert.Equal("200000", await lab.Postgres.ApplicationAsync("SELECT count(*) FROM things"));
        Assert.Equal("1", await lab.Postgres.ApplicationAsync("WITH gone AS (DELETE FROM things WHERE id = 1 RETURNING 1) SELECT count(*) FROM gone"));
        await UpgradeAsync(lab);
    }

    [UpgradeFact]
    public async Task An_upgrade_is_refused_while_somebody_could_write_and_where_data_are_already()
    {
        await using var lab = await Lab.StartAsync();
        using (var client = lab.Postgres.HoldConnection("app_green", "green-password"))
        {
            await lab.UntilAsync(() => lab.Postgres.SqlAsync("SELECT count(*) FROM pg_stat_activity WHERE usename = 'app_green'").GetAwaiter().GetResult() == "1", "the connection");
            Assert.Contains("the server is in use by app_green; stop what writes", await RefusedAsync(lab), StringComparison.Ordinal);
            client.Kill();
            await client.WaitForExitAsync();
        }

        await lab.UntilAsync(() => lab.Postgres.SqlAsync("SELECT count(*) FROM pg_stat_activity WHERE usename = 'app_green'").GetAwaiter().GetResult() == "0", "the end of the connection");
        Directory.CreateDirectory($"{lab.Mount}/{LaterVersion.Major}/docker");
        await File.WriteAllTextAsync($"{lab.Mount}/{LaterVersion.Major}/docker/PG_VERSION", $"{LaterVersion.Major}\n");
        Assert.Contains("is there already; nothing was changed", await RefusedAsync(lab), StringComparison.Ordinal);
        Directory.Delete($"{lab.Mount}/{LaterVersion.Major}", recursive: true);
        Assert.Contains("is not newer; nothing was changed", await lab.RefusedAsync("upgrade"), StringComparison.Ordinal);
        Assert.Equal("1000", await lab.Postgres.ApplicationAsync("SELECT count(*) FROM things"));
        Assert.Equal("off", await lab.Postgres.SqlAsync("SHOW default_transaction_read_only"));
    }

    [UpgradeFact]
    public async Task A_copy_that_differs_in_one_row_is_found_out_and_does_not_count()
    {
        await using var lab = await Lab.StartAsync();
        // The server's own user sees a row that the dump does not: what a damaged dump would be.
        var script = await File.ReadAllTextAsync(lab.Script);
        await File.WriteAllTextAsync(lab.Script, script.Replace("  compare_clusters \"$ours\"\n", "  on_server \"$upgrading\" \"$ours\" --dbname=app --command=\"UPDATE things SET name = 'other' WHERE id = 7\"\n  compare_clusters \"$ours\"\n", StringComparison.Ordinal));

        var refused = await RefusedAsync(lab);

        Assert.Contains("-rows public.things 1000 ", refused, StringComparison.Ordinal);
        Assert.Contains("the copy differs from the running data; nothing was changed", refused, StringComparison.Ordinal);
        Assert.Empty(Directory.GetDirectories(lab.Mount, ".upgrad*"));
        Assert.Equal("off", await lab.Postgres.SqlAsync("SHOW default_transaction_read_only"));
    }

    [UpgradeFact]
    public async Task A_prepared_upgrade_that_is_given_up_leaves_a_server_that_writes()
    {
        await using var lab = await Lab.StartAsync();
        await UpgradeAsync(lab);
        Assert.Contains("is prepared", await RefusedAsync(lab), StringComparison.Ordinal);

        await lab.AcceptAsync("upgrade", "--abandon");

        Assert.Equal("1", await lab.Postgres.ApplicationAsync("WITH gone AS (DELETE FROM things WHERE id = 1 RETURNING 1) SELECT count(*) FROM gone"));
        Assert.Empty(Directory.GetDirectories(lab.Mount, ".upgrad*"));
    }

    private async Task<string> UpgradeAsync(Lab lab)
    {
        var result = await lab.RunAsync(later.First, "upgrade");
        Assert.True(result.ExitCode == 0, result.Output);
        return result.Output;
    }

    private async Task<string> RefusedAsync(Lab lab)
    {
        var result = await lab.RunAsync(later.First, "upgrade");
        Assert.True(result.ExitCode != 0, result.Output);
        return result.Output;
    }

    /// <summary>The first start of the later version, up to the moment in which the server would start.</summary>
    private static async Task StartGuardAsync(Lab lab)
    {
        var script = PostgresGuard.Start(LaterVersion.Major).Replace($"mount={PostgresImage.DataMount(LaterVersion.Major)}", $"mount={lab.Mount}", StringComparison.Ordinal);
        var result = await Tool.RunAsync("sh", ["-s", "echo", "the server starts"], Path.GetTempPath(), script);
        Assert.True(result.ExitCode == 0, result.Output);
        Assert.Contains($"the data that the upgrade to PostgreSQL {LaterVersion.Major} prepared are in place\nthe server starts", result.Output, StringComparison.Ordinal);
    }
}
