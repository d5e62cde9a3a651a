namespace Infra.Monitoring.Alerts;

/// <summary>Alerts about Postgres, from postgres-exporter.</summary>
public static class DatabaseAlerts
{
    /// <summary>The rules about the server.</summary>
    public static IReadOnlyList<AlertRule> Rules { get; } =
    [
        new("PostgresDown", Severity.Critical, """
            (max(pg_up) or vector(0)) < 1
            """)
        {
            For = "2m",
            Summary = "Postgres does not answer",
            Description = "Every request that needs data fails. Look at the task of the service postgres, its log and the data volume; a managed cluster is in DigitalOcean's control panel.",
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
}
