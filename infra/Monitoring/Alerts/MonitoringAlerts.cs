namespace Infra.Monitoring.Alerts;

/// <summary>Alerts about the monitoring itself: what watches must be watched.</summary>
public static class MonitoringAlerts
{
    /// <summary>The rules.</summary>
    public static IReadOnlyList<AlertRule> Rules { get; } =
    [
        new("Watchdog", Severity.None, "vector(1)")
        {
            For = "0m",
            Summary = "Alerting works",
            Description = "Always firing. When it is missing in Alertmanager, no other alert can arrive either.",
        },
        new("TargetMissing", Severity.Warning, $"""
            {ExpectedValue.Targets} - on (job) (sum by (job) (up) or {ExpectedValue.Targets} * 0) > 0
            """)
        {
            For = "10m",
            Summary = "{{ $value }} target(s) of {{ $labels.job }} cannot be read",
            Description = "Alerts and dashboards that need these metrics are blind.",
        },
        new("PrometheusRulesFailing", Severity.Warning, """
            increase(prometheus_rule_evaluation_failures_total[10m]) > 0
            """)
        {
            For = "0m",
            Summary = "Prometheus cannot evaluate some rules",
            Description = "Alerts of the group {{ $labels.rule_group }} may be missing. Prometheus' page Rules shows the error.",
        },
        new("PrometheusNotificationsFailing", Severity.Critical, """
            increase(prometheus_notifications_errors_total[10m]) > 0
              or increase(prometheus_notifications_dropped_total[10m]) > 0
            """)
        {
            For = "5m",
            Summary = "Prometheus cannot hand alerts to Alertmanager",
            Description = "Nobody is told about anything until this is repaired.",
        },
        new("PrometheusStorageFailing", Severity.Critical, """
            increase(prometheus_tsdb_compactions_failed_total[3h]) > 0
              or increase(prometheus_tsdb_wal_corruptions_total[3h]) > 0
            """)
        {
            For = "0m",
            Summary = "Prometheus cannot keep its data",
            Description = "Its volume is full or damaged; metrics are lost.",
        },
        new("AlertmanagerDown", Severity.Critical, $$"""
            absent(up{job="{{MonitoringNames.Alertmanager}}"} == 1)
            """)
        {
            For = "5m",
            Summary = "Alertmanager is down",
            Description = "Nobody is told about anything until it is back. This alert can be seen in Prometheus and Grafana only.",
        },
        new("AlertmanagerNotificationsFailing", Severity.Critical, """
            increase(alertmanager_notifications_failed_total[10m]) > 0
            """)
        {
            For = "5m",
            Summary = "Alertmanager cannot reach {{ $labels.integration }}",
            Description = "Alerts do not arrive there. Check the webhook's URL and the way out to the internet.",
        },
    ];
}
