namespace Infra.Monitoring.Alerts;

/// <summary>Alerts about backups and the rehearsals of restoring them, from what both push.</summary>
public static class BackupAlerts
{
    /// <summary>The metric that a backup sets to the time whose data it holds, in seconds since 1970, when it has been verified.</summary>
    public const string BackupMetric = "lhd_backup_last_success_timestamp_seconds";

    private const string FailureMetric = "lhd_backup_last_failure_timestamp_seconds";

    private const string SizeMetric = "lhd_backup_size_bytes";

    private const string WalMetric = "lhd_backup_wal_last_success_timestamp_seconds";

    private const string DrillMetric = "lhd_restore_drill_last_success_timestamp_seconds";

    private const string DrillFailureMetric = "lhd_restore_drill_last_failure_timestamp_seconds";

    /// <summary>The rules. What was never pushed counts as 0: no backup at all is the oldest of all.</summary>
    public static IReadOnlyList<AlertRule> Rules { get; } = [.. OfBackups(), .. OfDrills()];

    private static IEnumerable<AlertRule> OfBackups() =>
    [
        new("BackupTooOld", Severity.Critical, $"""
            time() - (max({BackupMetric}) or vector(0)) > 26 * 3600
            """)
        {
            For = "30m",
            Summary = "The last successful backup is {{ $value | humanizeDuration }} old",
            Description = "What was written since then would be lost with the data volume. Read the log of the backup's last run.",
        },
        new("BackupFailed", Severity.Warning, $"""
            max({FailureMetric}) > (max({BackupMetric}) or vector(0))
            """)
        {
            For = "1m",
            Summary = "The last backup failed",
            Description = "It is tried again every hour; the backups before are not touched. The log of the service backups says why.",
        },
        new("BackupTooSmall", Severity.Critical, $"""
            max({SizeMetric}) < 0.5 * max(max_over_time({SizeMetric}[7d]))
            """)
        {
            For = "1m",
            Summary = "The last backup has {{ $value | humanize1024 }}B, less than half of what one had this week",
            Description = "Either much was deleted, or the wrong database is backed up. Look at the data before the older backups expire.",
        },
        new("WalUploadTooOld", Severity.Critical, $"""
            time() - (max({WalMetric}) or vector(0)) > 30 * 60
            """)
        {
            For = "5m",
            Summary = "WAL was last uploaded {{ $value | humanizeDuration }} ago",
            Description = "What was written since then would be lost with the data volume, and the server keeps its WAL. Read the log of the service backups.",
        },
    ];

    private static IEnumerable<AlertRule> OfDrills() =>
    [
        new("RestoreDrillFailed", Severity.Critical, $"""
            max({DrillFailureMetric}) > (max({DrillMetric}) or vector(0))
            """)
        {
            For = "1m",
            Summary = "The last backup could not be restored",
            Description = "There may be no backup that would save the data. Take one now, and repeat the drill.",
        },
        new("RestoreDrillTooOld", Severity.Warning, $"""
            time() - (max({DrillMetric}) or vector(0)) > 8 * 86400 and on () max({BackupMetric} offset 8d)
            """)
        {
            For = "1h",
            Summary = "No backup has been restored for {{ $value | humanizeDuration }}",
            Description = "A backup that nobody has restored is a hope. Run lhd-backups drill, and look at the schedule that should.",
        },
        new("RestoreDrillSucceeded", Severity.None, $"""
            max(lhd_restore_drill_rows) and on () (time() - max({DrillMetric}) < 600)
            """)
        {
            For = "0m",
            Summary = "The restore drill succeeded: {{ $value }} rows",
            Description = "Nothing to do; the last backup was restored and checked.",
        },
    ];
}
