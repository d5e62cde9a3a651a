using Tests.Support;

namespace Backups.Tests;

/// <summary>A first start, or a move, from a dump file.</summary>
[Collection(SerialLabs.Name)]
public class LoadTests
{
    [BackupFact]
    public async Task Both_kinds_of_dump_are_loaded_as_the_application_s_own()
    {
        await using var source = await Lab.StartAsync("production");
        foreach (var format in new[] { "custom", "plain" })
        {
            await using var lab = await Lab.StartAsync("staging", source.Storage, rows: 0);
            var dump = await DumpAsync(source, lab, format);

            await lab.AcceptAsync("load", dump);

            Assert.Equal("1000", await lab.Postgres.ApplicationAsync("SELECT count(*) FROM things"));
            Assert.Equal(DatabaseServer.Database, await lab.Postgres.SqlAsync("SELECT tableowner FROM pg_tables WHERE tablename = 'things'"));
        }
    }

    [BackupFact]
    public async Task A_dump_that_ends_early_changes_nothing()
    {
        await using var lab = await Lab.StartAsync();
        var dump = await DumpAsync(lab, lab, "plain");
        var text = await File.ReadAllTextAsync(dump);
        await File.WriteAllTextAsync(dump, text[..(text.IndexOf("500\tthing", StringComparison.Ordinal) + 5)]);

        Assert.Contains("the dump could not be loaded; nothing was changed", await lab.RefusedAsync("load", dump, "--replace", lab.ReplaceName), StringComparison.Ordinal);
        Assert.Equal("1000", await lab.Postgres.SqlAsync("SELECT count(*) FROM things"));
        Assert.Equal(DatabaseServer.Database, await lab.Postgres.SqlAsync("SELECT string_agg(datname, ',') FROM pg_database WHERE datname LIKE 'app%'"));
    }

    [BackupFact]
    public async Task Data_are_replaced_only_when_told_by_name_and_are_kept_under_another()
    {
        await using var lab = await Lab.StartAsync();
        var dump = await DumpAsync(lab, lab, "custom");
        await lab.Postgres.SqlAsync("DELETE FROM things WHERE id > 1");

        Assert.Contains("to overwrite it say", await lab.RefusedAsync("load", dump), StringComparison.Ordinal);
        var said = await lab.AcceptAsync("load", dump, "--replace", lab.ReplaceName);

        Assert.Equal("1000", await lab.Postgres.SqlAsync("SELECT count(*) FROM things"));
        var kept = said.Split(' ').Single(word => word.StartsWith("app_replaced_", StringComparison.Ordinal));
        Assert.Equal("1", await lab.Postgres.SqlAsync("SELECT count(*) FROM things", kept));
    }

    [BackupFact]
    public async Task A_load_that_is_killed_changes_nothing_and_can_be_repeated()
    {
        await using var lab = await Lab.StartAsync();
        var dump = await DumpAsync(lab, lab, "plain");
        var endless = $"{lab.Work}/endless";
        await File.WriteAllTextAsync(endless, $"{await File.ReadAllTextAsync(dump)}\nSELECT pg_sleep(3600);\n");
        await lab.Postgres.SqlAsync("INSERT INTO things VALUES (2000, 'after the dump')");
        const string loading = "SELECT count(*) FROM pg_stat_activity WHERE datname = 'app_loading' AND query LIKE '%pg_sleep(3600)%'";

        var load = lab.Begin("load", endless, "--replace", lab.ReplaceName);
        for (var tries = 0; await lab.Postgres.SqlAsync(loading) != "1"; tries++)
        {
            Assert.True(tries < 600, lab.Said);
            await Task.Delay(100);
        }

        load.Kill(entireProcessTree: true);
        await load.WaitForExitAsync();

        Assert.Equal("1001", await lab.Postgres.ApplicationAsync("SELECT count(*) FROM things"));
        // The server does not notice by itself that the client is gone.
        Assert.Equal("1", await lab.Postgres.SqlAsync(loading));
        await lab.AcceptAsync("load", dump, "--replace", lab.ReplaceName);
        Assert.Equal("1000", await lab.Postgres.ApplicationAsync("SELECT count(*) FROM things"));
        Assert.Equal("0", await lab.Postgres.SqlAsync("SELECT count(*) FROM pg_database WHERE datname = 'app_loading'"));
    }

    private static async Task<string> DumpAsync(Lab from, Lab to, string format)
    {
        var path = $"{to.Work}/dump.{format}";
        await Tool.AcceptAsync(
            "pg_dump", "", $"--format={format}", $"--file={path}", $"--dbname=postgresql://app_blue:blue-password@127.0.0.1:{from.Postgres.Port}/app");
        return path;
    }
}
