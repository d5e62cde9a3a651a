namespace Infra.Monitoring.Dashboards;

/// <summary>Postgres: whether it answers, who is connected, what it does.</summary>
public static class PostgresDashboard
{
    /// <summary>The page.</summary>
    public static Dashboard Page { get; } = new("lhd-postgres", "Postgres",
    [
        new("Answers", "short", new PanelQuery("max(pg_up)", "up")) { Kind = PanelKind.Stat, Width = 6 },
        new("Connections, of the limit", "percentunit", new PanelQuery(
            "sum(pg_stat_activity_count) / max(pg_settings_max_connections)", "used")) { Kind = PanelKind.Stat, Width = 6 },
        new("Longest transaction", "s", new PanelQuery("max by (datname) (pg_stat_activity_max_tx_duration)", "{{datname}}")),
        new("Connections by state", "short", new PanelQuery("sum by (state) (pg_stat_activity_count)", "{{state}}")),
        new("Size", "bytes", new PanelQuery("pg_database_size_bytes", "{{datname}}")),
        new("Transactions", "ops",
            new PanelQuery("sum by (datname) (rate(pg_stat_database_xact_commit[$__rate_interval]))", "{{datname}} committed"),
            new PanelQuery("sum by (datname) (rate(pg_stat_database_xact_rollback[$__rate_interval]))", "{{datname}} rolled back")),
        new("Read from the cache", "percentunit", new PanelQuery("""
            sum by (datname) (rate(pg_stat_database_blks_hit[$__rate_interval]))
              / (sum by (datname) (rate(pg_stat_database_blks_hit[$__rate_interval]) + rate(pg_stat_database_blks_read[$__rate_interval])) > 0)
            """, "{{datname}}")),
        new("Rows", "ops",
            new PanelQuery("sum by (datname) (rate(pg_stat_database_tup_fetched[$__rate_interval]))", "{{datname}} fetched"),
            new PanelQuery("sum by (datname) (rate(pg_stat_database_tup_inserted[$__rate_interval]))", "{{datname}} inserted"),
            new PanelQuery("sum by (datname) (rate(pg_stat_database_tup_updated[$__rate_interval]))", "{{datname}} updated"),
            new PanelQuery("sum by (datname) (rate(pg_stat_database_tup_deleted[$__rate_interval]))", "{{datname}} deleted")),
        new("Deadlocks and conflicts", "short",
            new PanelQuery("sum by (datname) (increase(pg_stat_database_deadlocks[5m]))", "{{datname}} deadlocks"),
            new PanelQuery("sum by (datname) (increase(pg_stat_database_conflicts[5m]))", "{{datname}} conflicts")),
        new("Locks", "short", new PanelQuery("sum by (mode) (pg_locks_count)", "{{mode}}")),
    ]);
}
