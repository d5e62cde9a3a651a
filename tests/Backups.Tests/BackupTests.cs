using Tests.Support;

namespace Backups.Tests;

/// <summary>What a backup promises, with the real tools.</summary>
[Collection(SerialLabs.Name)]
public class BackupTests
{
    [BackupFact]
    public async Task A_backup_is_verified_listed_and_measured()
    {
        await using var lab = await Lab.StartAsync();

        var said = await lab.AcceptAsync("backup");

        Assert.Contains("made and verified", said, StringComparison.Ordinal);
        Assert.Matches(@"\A[0-9a-f]{8}  \d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ  \d+ bytes\s*\z", await lab.AcceptAsync("list"));
        Assert.InRange(DateTimeOffset.UtcNow.ToUnixTimeSeconds() - lab.Metric("lhd_backup_last_success_timestamp_seconds"), 0, 600);
        Assert.InRange(lab.Metric("lhd_backup_size_bytes"), 1_000_000, 1_000_000_000);
        Assert.Equal(0, lab.Metric("lhd_backup_last_failure_timestamp_seconds"));
    }

    [BackupFact]
    public async Task Nothing_in_the_storage_can_be_read_without_the_key()
    {
        await using var lab = await Lab.StartAsync();
        await lab.Postgres.SqlAsync("UPDATE things SET name = repeat('a sentence nobody may read ', 100)");

        await lab.AcceptAsync("backup");

        var found = await Tool.RunAsync("grep", "--recursive", "--binary-files=text", "--files-with-matches", "-e", "nobody may read", "-e", "PG_VERSION", lab.Storage.Objects);
        Assert.Equal("", found.Output);
    }

    [BackupFact]
    public async Task Another_key_is_refused_and_makes_no_second_repository()
    {
        await using var lab = await Lab.StartAsync();
        await lab.AcceptAsync("backup");
        await lab.WriteSecretAsync("backup-key", "another key");

        Assert.Contains("the key does not open the repository", await lab.RefusedAsync("backup"), StringComparison.Ordinal);
        Assert.Contains("the key does not open the repository", await lab.RefusedAsync("prepare", "--replace", lab.ReplaceName), StringComparison.Ordinal);
        Assert.True(lab.Metric("lhd_backup_last_failure_timestamp_seconds") > 0);
        Assert.Equal("1000", await lab.Postgres.SqlAsync("SELECT count(*) FROM things"));
    }

    [BackupFact]
    public async Task A_storage_that_goes_down_fails_the_backup_and_the_next_one_succeeds()
    {
        await using var lab = await Lab.StartAsync();
        await lab.AcceptAsync("backup");
        var good = lab.Metric("lhd_backup_last_success_timestamp_seconds");
        var locks = Locks(lab);
        var backup = Task.Run(() => lab.RunAsync(new Dictionary<string, string> { ["DEADLINE"] = "10" }, "backup"));
        await lab.UntilAsync(() => Locks(lab) > locks, "the lock of the backup");
        lab.Storage.Kill();

        var result = await backup;

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("no backup was made; the last good one is of", result.Output, StringComparison.Ordinal);
        Assert.Equal(good, lab.Metric("lhd_backup_last_success_timestamp_seconds"));
        Assert.True(lab.Metric("lhd_backup_last_failure_timestamp_seconds") > 0);
        Assert.Equal("1000", await lab.Postgres.SqlAsync("SELECT count(*) FROM things"));

        await lab.Storage.StartAsync();
        await lab.AcceptAsync("backup");
        Assert.Equal(2, (await lab.AcceptAsync("list")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [BackupFact]
    public async Task A_backup_that_is_killed_counts_for_nothing_and_hinders_nothing()
    {
        await using var lab = await Lab.StartAsync();
        var backup = lab.Begin("backup");
        await lab.UntilAsync(() => Locks(lab) > 0, "the lock of the backup");
        await lab.Storage.PauseAsync();
        backup.Kill(entireProcessTree: true);
        await backup.WaitForExitAsync();
        await lab.Storage.ResumeAsync();

        Assert.Equal("", (await lab.AcceptAsync("list")).Trim());
        Assert.Contains("there is no verified backup", await lab.RefusedAsync("prepare", "--replace", lab.ReplaceName), StringComparison.Ordinal);
        await lab.AcceptAsync("backup");
        Assert.Single((await lab.AcceptAsync("list")).Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [BackupFact]
    public async Task A_server_that_does_not_answer_fails_the_backup()
    {
        await using var lab = await Lab.StartAsync();
        await lab.Postgres.StopAsync();

        Assert.Contains("does not answer", await lab.RefusedAsync("backup"), StringComparison.Ordinal);
    }

    [BackupFact]
    public async Task The_role_that_backs_up_cannot_read_a_table()
    {
        await using var lab = await Lab.StartAsync();

        var answer = await AsPostgres.RunAsync(
            new Dictionary<string, string> { ["PGPASSWORD"] = "backup-password" },
            "psql", "--host=127.0.0.1", $"--port={lab.Postgres.Port}", "--username=backup", "--dbname=app", "--command=SELECT * FROM things");

        Assert.Contains("pg_hba.conf rejects connection", answer.Output, StringComparison.Ordinal);
    }

    private static int Locks(Lab lab) => Directory.Exists($"{lab.Storage.Objects}/staging/locks") ? Directory.GetFiles($"{lab.Storage.Objects}/staging/locks", "*_object").Length : 0;
}
