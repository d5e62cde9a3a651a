using System.Diagnostics;
using Tests.Support;

namespace Backups.Tests;

/// <summary>The ways back, and what keeps them from making things worse.</summary>
[Collection(SerialLabs.Name)]
public class RestoreTests
{
    [BackupFact]
    public async Task A_point_in_time_is_restored_and_the_data_before_are_kept()
    {
        await using var lab = await Lab.StartAsync();
        var service = lab.Begin("run");
        await lab.UntilAsync(() => lab.Metric("lhd_backup_last_success_timestamp_seconds") > 0, "the first backup");
        await lab.Postgres.SqlAsync("INSERT INTO things VALUES (2000, 'after the backup')");
        await Task.Delay(1500);
        var moment = DateTimeOffset.UtcNow;
        await Task.Delay(1500);
        await lab.Postgres.SqlAsync("DELETE FROM things WHERE id > 10");
        await lab.UntilAsync(() => lab.Metric("lhd_backup_wal_last_success_timestamp_seconds") > moment.ToUnixTimeSeconds() + 3, "an upload of that WAL");

        await lab.AcceptAsync("prepare", "--to", $"{moment:yyyy-MM-dd HH:mm:ss.fff} UTC", "--replace", lab.ReplaceName);
        Assert.Equal("10", await lab.Postgres.SqlAsync("SELECT count(*) FROM things"));
        var said = await lab.ActivateAsync();

        Assert.Equal("1001|after the backup", await lab.Postgres.SqlAsync("SELECT (SELECT count(*) FROM things), name FROM things WHERE id = 2000"));
        Assert.Equal("1001", await lab.Postgres.ApplicationAsync("SELECT count(*) FROM things"));
        Assert.Matches("the data before are kept in replaced-[0-9TZ]+ ", said);
        Assert.Single(Directory.GetDirectories(lab.Mount, "replaced-*"));

        // The service notices the new timeline by itself, and backs it up.
        var restored = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        await lab.UntilAsync(() => lab.Metric("lhd_backup_last_success_timestamp_seconds") >= restored, "a backup of the restored cluster");
        await StopAsync(service);
        Assert.Equal(2, (await lab.AcceptAsync("list")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [BackupFact]
    public async Task Prepared_data_do_not_take_the_place_of_a_running_server_s()
    {
        await using var lab = await Lab.StartAsync();
        await lab.AcceptAsync("backup");
        await lab.AcceptAsync("prepare", "--replace", lab.ReplaceName);

        Assert.Contains("the server runs", await lab.RefusedAsync("activate"), StringComparison.Ordinal);

        await lab.ActivateAsync();
        Assert.Equal("1000", await lab.Postgres.SqlAsync("SELECT count(*) FROM things"));
        Assert.Contains("nothing is prepared", await lab.RefusedAsync("activate"), StringComparison.Ordinal);
    }

    [BackupFact]
    public async Task An_activation_that_is_killed_between_its_steps_loses_neither_data()
    {
        await using var lab = await Lab.StartAsync();
        await lab.AcceptAsync("backup");
        await lab.AcceptAsync("prepare", "--replace", lab.ReplaceName);
        await lab.Postgres.SqlAsync("DELETE FROM things WHERE id > 10");
        await lab.Postgres.StopAsync();
        Directory.CreateDirectory($"{lab.Folder}/programs");
        var deadly = $"{lab.Folder}/programs/mv";
        await File.WriteAllTextAsync(deadly, "#!/bin/bash\n/bin/mv \"$@\"\nkill -KILL $PPID\n");
        await Tool.AcceptAsync("chmod", "", "0755", deadly);

        var killed = await lab.RunAsync(new Dictionary<string, string> { ["PATH"] = $"{lab.Folder}/programs:{AsPostgres.Programs}:/usr/bin:/bin" }, "activate");

        Assert.NotEqual(0, killed.ExitCode);
        await lab.Postgres.StartAsync();
        Assert.Equal("10", await lab.Postgres.SqlAsync("SELECT count(*) FROM things"));
        Assert.Contains("nothing is prepared", await lab.RefusedAsync("activate"), StringComparison.Ordinal);
        await lab.AcceptAsync("prepare", "--replace", lab.ReplaceName);
        await lab.ActivateAsync();
        Assert.Equal("1000", await lab.Postgres.SqlAsync("SELECT count(*) FROM things"));
        Assert.Equal(2, Directory.GetDirectories(lab.Mount, "replaced-*").Length);
    }

    [BackupFact]
    public async Task Prepared_data_wait_until_a_stopping_server_has_stopped()
    {
        await using var lab = await Lab.StartAsync();
        await lab.AcceptAsync("backup");
        await lab.AcceptAsync("prepare", "--replace", lab.ReplaceName);
        // A client keeps the server from ending, and new ones are told that it is shutting down.
        using var client = await lab.Postgres.ConnectAsync();
        await lab.Postgres.BeginStopAsync();

        Assert.Contains("the server runs", await lab.RefusedAsync("activate"), StringComparison.Ordinal);

        client.Kill();
        await client.WaitForExitAsync();
    }

    [BackupFact]
    public async Task Another_environment_gets_the_data_with_its_own_roles_and_the_sql_that_it_wants()
    {
        await using var production = await Lab.StartAsync("production");
        await production.AcceptAsync("backup");
        await using var staging = await Lab.StartAsync("staging", production.Storage, rows: 0);
        await staging.ReadFromAsync(production);
        staging.Hook("UPDATE things SET name = 'anonymous';");

        await staging.AcceptAsync("prepare", "--source", "--hook");
        await staging.ActivateAsync();

        Assert.Equal("anonymous|1000", await staging.Postgres.ApplicationAsync("SELECT name, count(*) FROM things GROUP BY name"));
        Assert.Equal("superstaging", await staging.Postgres.SqlAsync("SELECT rolname FROM pg_roles WHERE oid = 10"));
        Assert.Equal("0", await production.Postgres.SqlAsync("SELECT count(*) FROM things WHERE name = 'anonymous'"));
    }

    [BackupFact]
    public async Task A_truncated_backup_is_found_out_and_changes_nothing()
    {
        await using var lab = await Lab.StartAsync();
        await lab.AcceptAsync("backup");
        var packs = Directory.GetFiles($"{lab.Storage.Objects}/staging/data", "*_object", SearchOption.AllDirectories);
        var largest = packs.MaxBy(path => new FileInfo(path).Length)!;
        await using (var file = File.OpenWrite(largest))
            file.SetLength(file.Length / 2);

        // restic asks again and again for what it cannot read.
        var patience = new Dictionary<string, string> { ["DEADLINE"] = "15" };

        var prepared = await lab.RunAsync(patience, "prepare", "--replace", lab.ReplaceName);
        var drilled = await lab.RunAsync(patience, "drill");

        Assert.NotEqual(0, prepared.ExitCode);
        Assert.Contains("the backup cannot be read from the storage", prepared.Output, StringComparison.Ordinal);
        Assert.NotEqual(0, drilled.ExitCode);
        Assert.Contains("the drill failed", drilled.Output, StringComparison.Ordinal);
        Assert.True(lab.Metric("lhd_restore_drill_last_failure_timestamp_seconds") > 0);
        Assert.Contains("nothing is prepared", await lab.RefusedAsync("activate"), StringComparison.Ordinal);
        Assert.Equal("1000", await lab.Postgres.SqlAsync("SELECT count(*) FROM things"));
    }

    private static async Task StopAsync(Process service)
    {
        service.Kill(entireProcessTree: true);
        await service.WaitForExitAsync();
    }
}
