namespace Backups.Tests;

/// <summary>The rehearsal of a restore.</summary>
[Collection(SerialLabs.Name)]
public class DrillTests
{
    [BackupFact]
    public async Task A_drill_restores_checks_reports_and_leaves_nothing_behind()
    {
        await using var lab = await Lab.StartAsync();
        await lab.AcceptAsync("backup");

        var said = await lab.AcceptAsync("drill");

        Assert.Contains("tables: public.migrations=1 public.things=1000", said, StringComparison.Ordinal);
        Assert.Contains("migrations: 1", said, StringComparison.Ordinal);
        Assert.Matches(@"newest row: 20\d\d-", said);
        Assert.Equal(1001, lab.Metric("lhd_restore_drill_rows"));
        Assert.True(lab.Metric("lhd_restore_drill_last_success_timestamp_seconds") > 0);
        Assert.InRange(DateTimeOffset.UtcNow.ToUnixTimeSeconds() - lab.Metric("lhd_restore_drill_newest_row_timestamp_seconds"), 0, 600);
        Assert.False(Directory.Exists($"{lab.Work}/drill"));
    }

    [BackupFact]
    public async Task A_backup_without_rows_or_migrations_fails_the_drill()
    {
        await using var empty = await Lab.StartAsync(rows: 0);
        await empty.AcceptAsync("backup");
        Assert.Contains("has not a single row", await empty.RefusedAsync("drill"), StringComparison.Ordinal);

        await empty.Postgres.SqlAsync("CREATE TABLE things AS SELECT 1 AS id; CREATE TABLE migrations (id int)");
        await empty.AcceptAsync("backup");
        Assert.Contains("the table migrations is empty", await empty.RefusedAsync("drill"), StringComparison.Ordinal);
        Assert.Equal(0, empty.Metric("lhd_restore_drill_last_success_timestamp_seconds"));
    }
}
