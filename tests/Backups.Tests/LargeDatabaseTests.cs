using System.Diagnostics;
using System.Globalization;
using Xunit.Abstractions;

namespace Backups.Tests;

/// <summary>
/// How long a large database takes. <c>BACKUP_MEBIBYTES</c> is its size: 1024 in CI and 128 elsewhere, unless it says otherwise. The times are in the
/// test's output and in <c>artifacts/backups/times.md</c>.
/// </summary>
/// <param name="output">Where the times are reported.</param>
[Collection(SerialLabs.Name)]
public class LargeDatabaseTests(ITestOutputHelper output)
{
    private static readonly int Mebibytes = int.Parse(
        Environment.GetEnvironmentVariable("BACKUP_MEBIBYTES") ?? (string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI")) ? "128" : "1024"), CultureInfo.InvariantCulture);

    [BackupFact]
    public async Task A_large_database_is_backed_up_verified_and_restored_in_a_reported_time()
    {
        await using var lab = await Lab.StartAsync();
        // Random, so that nothing can be compressed or found twice.
        await lab.Postgres.SqlAsync($"""
            CREATE TABLE large (id int, content bytea);
            ALTER TABLE large ALTER content SET STORAGE EXTERNAL;
            INSERT INTO large SELECT n, pg_read_binary_file('/dev/urandom', 0, 64 * 1024) FROM generate_series(1, {Mebibytes * 16}) AS n;
            """);
        var expected = await lab.Postgres.SqlAsync(Fingerprint);

        var backup = await TimedAsync(() => lab.AcceptAsync(Patience, "backup"));
        var bytes = lab.Metric("lhd_backup_size_bytes");
        await lab.Postgres.SqlAsync("DROP TABLE large");
        var restore = await TimedAsync(() => lab.AcceptAsync(Patience, "prepare", "--replace", lab.ReplaceName));
        var exchange = await TimedAsync(lab.ActivateAsync);

        await ReportAsync(bytes, ("backup and its verification", backup), ("restore beside the running data, then exchange", restore + exchange));
        Assert.True(bytes > Mebibytes * 1024L * 1024, $"only {bytes} bytes were backed up");
        Assert.Equal(expected, await lab.Postgres.SqlAsync(Fingerprint));
    }

    private const string Fingerprint = "SELECT count(*) || ' ' || md5(string_agg(md5(content), '' ORDER BY id)) FROM large";

    private static readonly Dictionary<string, string> Patience = new() { ["DEADLINE"] = "3600" };

    private async Task ReportAsync(long bytes, params (string What, TimeSpan Took)[] times)
    {
        var lines = times.Select(time => string.Create(
            CultureInfo.InvariantCulture, $"| {time.What} | {time.Took.TotalSeconds:F1} s | {bytes / 1e6 / time.Took.TotalSeconds:F0} MB/s |"));
        var report = $"{bytes / 1e6:F0} MB, {Environment.ProcessorCount} processors\n\n| step | time | speed |\n|---|---|---|\n{string.Join('\n', lines)}\n";
        output.WriteLine(report);
        var folder = Directory.CreateDirectory(Infra.Tests.Repository.PathOf("artifacts", "backups"));
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "times.md"), report);
    }

    private static async Task<TimeSpan> TimedAsync(Func<Task> step)
    {
        var clock = Stopwatch.StartNew();
        await step();
        return clock.Elapsed;
    }
}
