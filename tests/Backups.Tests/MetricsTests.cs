namespace Backups.Tests;

/// <summary>What Prometheus learns, through the real Pushgateway.</summary>
[Collection(SerialLabs.Name)]
public class MetricsTests
{
    [BackupFact]
    public async Task Backups_and_drills_are_told_with_age_size_and_duration()
    {
        using var gateway = await Pushgateway.StartAsync();
        await using var lab = await Lab.StartAsync();
        var variables = new Dictionary<string, string> { ["PUSHGATEWAY"] = gateway.Address };

        var backup = await lab.RunAsync(variables, "backup");
        var drill = await lab.RunAsync(variables, "drill");

        Assert.DoesNotContain("did not take the metrics", backup.Output + drill.Output, StringComparison.Ordinal);
        foreach (var metric in new[]
        {
            "lhd_backup_last_success_timestamp_seconds", "lhd_backup_size_bytes", "lhd_backup_duration_seconds",
            "lhd_restore_drill_last_success_timestamp_seconds", "lhd_restore_drill_rows", "lhd_restore_drill_duration_seconds",
        })
        {
            Assert.Equal(lab.Metric(metric), await gateway.ValueAsync(metric));
        }

        Assert.Equal(1001, await gateway.ValueAsync("lhd_restore_drill_rows"));
    }

    [BackupFact]
    public async Task A_monitoring_that_is_down_stops_no_backup()
    {
        await using var lab = await Lab.StartAsync();

        var backup = await lab.RunAsync(new Dictionary<string, string> { ["PUSHGATEWAY"] = "127.0.0.1:1" }, "backup");

        Assert.Equal(0, backup.ExitCode);
        Assert.Contains("the Pushgateway at 127.0.0.1:1 did not take the metrics: no answer", backup.Output, StringComparison.Ordinal);
    }
}
