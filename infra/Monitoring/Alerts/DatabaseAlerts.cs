namespace Infra.Monitoring.Alerts;

/// <summary>Alerts about Postgres, from postgres-exporter, and about its backups.</summary>
public static class DatabaseAlerts
{
    /// <summary>The metric that a backup sets to the time of its success, in seconds since 1970.</summary>
    public const string BackupMetric = "lhd_backup_last_success_timestamp_seconds";

    /// <summary>The rules about the server.</summary>
    public static IReadOnlyList<AlertRule> Rules { get; } =
    [
        new("PostgresDown", Severity.Critical, """
            (max(pg_up) or vector(0)) < 1
            """)
        {
            For = "2m",
            Summary = "Postgres does not answer",
            Description = "Every request that needs data fails. Look at the task of the service postgres, its log and the data volume.",
        },
        new("PostgresConnectionsNearLimit", Severity.Critical, """
            sum(pg_stat_activity_count) / max(pg_settings_max_connections) > 0.80
            """)
        {
            For = "5m",
            Summary = "Postgres uses {{ $value | humanizePercentage }} of its connections",
            Description = "At 100% new ones are refused and requests fail. Find who holds them before raising the limit.",
        },
    ];

    /// <summary>The rules about backups: more than a day and 2 hours without one, or none known at all.</summary>
    public static IReadOnlyList<AlertRule> BackupRules { get; } =
    [
        new("BackupTooOld", Severity.Critical, $"""
            time() - (max({BackupMetric}) or vector(0)) > 26 * 3600
            """)
        {
            For = "30m",
            Summary = "The last successful backup is {{ $value | humanizeDuration }} old",
            Description = "What was written since then would be lost with the data volume. Read the log of the backup's last run.",
        },
    ];
}
