namespace Backups.Tests;

/// <summary>Restores that go wrong, or must not be: whatever happens, the database is as it was.</summary>
[Collection(SerialLabs.Name)]
public class RefusedRestoreTests(BackedUpLab backedUp) : IClassFixture<BackedUpLab>
{
    [BackupFact]
    public async Task A_database_with_data_is_overwritten_only_when_told_by_name()
    {
        var lab = backedUp.Lab;

        Assert.Contains($"{lab.ReplaceName} has data (public.migrations, public.things); to overwrite it say: --replace {lab.ReplaceName}", await lab.RefusedAsync("prepare"), StringComparison.Ordinal);
        Assert.Contains("--replace lhd-production/app is not the database here", await lab.RefusedAsync("prepare", "--replace", "lhd-production/app"), StringComparison.Ordinal);
        await lab.Postgres.StopAsync();
        Assert.Contains("cannot be asked whether it has data", await lab.RefusedAsync("prepare"), StringComparison.Ordinal);
        await lab.Postgres.StartAsync();
        Assert.False(Directory.Exists($"{lab.Mount}/.restoring"));
    }

    [BackupFact]
    public async Task Sql_that_fails_keeps_other_people_s_data_out()
    {
        var lab = backedUp.Lab;
        lab.Hook("UPDATE things SET name = 'anonymous'; UPDATE nothing SET name = 'anonymous';");

        Assert.Contains("the SQL of lhd:restoreSql failed", await lab.RefusedAsync("prepare", "--hook", "--replace", lab.ReplaceName), StringComparison.Ordinal);
        Assert.Contains("nothing is prepared", await lab.RefusedAsync("activate"), StringComparison.Ordinal);
    }

    [BackupFact]
    public async Task A_restore_that_is_killed_changes_nothing_and_can_be_repeated()
    {
        var lab = backedUp.Lab;
        var restore = lab.Begin("prepare", "--replace", lab.ReplaceName);
        await lab.UntilAsync(() => Directory.Exists($"{lab.Mount}/.restoring/data/base"), "half a restore");
        restore.Kill(entireProcessTree: true);
        await restore.WaitForExitAsync();

        Assert.Contains("nothing is prepared", await lab.RefusedAsync("activate"), StringComparison.Ordinal);
        Assert.Equal("1000", await lab.Postgres.SqlAsync("SELECT count(*) FROM things"));

        await lab.AcceptAsync("prepare", "--replace", lab.ReplaceName);
        await lab.ActivateAsync();
        Assert.Equal("1000", await lab.Postgres.SqlAsync("SELECT count(*) FROM things"));
    }

    [BackupFact]
    public async Task A_storage_that_goes_down_during_a_restore_leaves_the_database_as_it_was()
    {
        var lab = backedUp.Lab;
        var restore = Task.Run(() => lab.RunAsync(new Dictionary<string, string> { ["DEADLINE"] = "10" }, "prepare", "--replace", lab.ReplaceName));
        await lab.UntilAsync(() => Directory.Exists($"{lab.Mount}/.restoring/data"), "the beginning of a restore");
        await lab.Storage.PauseAsync();

        var failed = await restore;
        lab.Storage.Kill();
        await lab.Storage.StartAsync();

        Assert.NotEqual(0, failed.ExitCode);
        Assert.Matches("error: (the repository cannot be listed|the backup cannot be read from the storage)", failed.Output);
        Assert.False(Directory.Exists($"{lab.Mount}/.restoring"));
        Assert.Contains("nothing is prepared", await lab.RefusedAsync("activate"), StringComparison.Ordinal);
        Assert.Equal("1000", await lab.Postgres.SqlAsync("SELECT count(*) FROM things"));
    }

    [BackupFact]
    public async Task Data_that_changed_on_their_way_to_or_from_the_storage_are_found_out()
    {
        var lab = backedUp.Lab;
        // As long as before, so that the archive itself is sound.
        var damaging = await lab.WithProgramAsync("restic", """[[ " $* " = *" dump "* ]] || exec /usr/bin/restic "$@"; /usr/bin/restic "$@" | LC_ALL=C sed 's/thing 500 /thing 5X0 /'""");

        var backup = await lab.RunAsync(damaging, "backup");
        var restore = await lab.RunAsync(damaging, "prepare", "--replace", lab.ReplaceName);

        Assert.NotEqual(0, backup.ExitCode);
        Assert.Contains("the backup read back is not what the server sent", backup.Output, StringComparison.Ordinal);
        Assert.NotEqual(0, restore.ExitCode);
        Assert.Contains("the backup is damaged: a file is not what its manifest says", restore.Output, StringComparison.Ordinal);
        Assert.Equal("1000", await lab.Postgres.SqlAsync("SELECT count(*) FROM things"));
    }

    [BackupFact]
    public async Task A_disk_that_is_too_small_is_refused_before_anything_is_written()
    {
        var lab = backedUp.Lab;
        using var disk = await SmallDisk.OfAsync(10);

        var refused = await lab.RunAsync(disk.AsDataMount, "prepare", "--replace", lab.ReplaceName);

        Assert.NotEqual(0, refused.ExitCode);
        Assert.Matches(@"has \d+ bytes free, the backup needs \d+ and a tenth more", refused.Output);
        Assert.Equal("1000", await lab.Postgres.SqlAsync("SELECT count(*) FROM things"));
    }

    [BackupFact]
    public async Task A_disk_that_fills_up_during_a_restore_leaves_the_database_as_it_was()
    {
        var lab = backedUp.Lab;
        // Room for the backup and a tenth, but not for what recovery writes.
        using var disk = await SmallDisk.OfAsync((int)(lab.Metric("lhd_backup_size_bytes") * 112 / 100 / 1024 / 1024) + 1);

        var failed = await lab.RunAsync(disk.AsDataMount, "prepare", "--replace", lab.ReplaceName);

        Assert.NotEqual(0, failed.ExitCode);
        Assert.Contains("No space left on device", failed.Output, StringComparison.Ordinal);
        Assert.Equal("1000", await lab.Postgres.SqlAsync("SELECT count(*) FROM things"));
    }

    [BackupFact]
    public async Task A_time_that_no_upload_covers_is_refused()
    {
        var lab = backedUp.Lab;

        Assert.Contains("there is no verified backup that ended before 2020-01-01T00:00:00Z", await lab.RefusedAsync("prepare", "--to", "2020-01-01", "--replace", lab.ReplaceName), StringComparison.Ordinal);
        Assert.Contains("WAL was last uploaded at", await lab.RefusedAsync("prepare", "--to", "2120-01-01", "--replace", lab.ReplaceName), StringComparison.Ordinal);
        Assert.Contains("--to wants a time such as", await lab.RefusedAsync("prepare", "--to", "yesterdayish", "--replace", lab.ReplaceName), StringComparison.Ordinal);
    }
}
