namespace Infra.Monitoring.Alerts;

/// <summary>Every alert that makes sense in an environment: none can fire, or stay silent, because its metrics are not collected.</summary>
public static class AlertRules
{
    /// <summary>The rules, by concern.</summary>
    public static IEnumerable<AlertRule> Of(WatchedEnvironment environment) =>
    [
        .. NodeAlerts.Rules,
        .. SwarmAlerts.Of(environment),
        .. environment.Has(MonitoringNames.PostgresExporter) ? DatabaseAlerts.Rules : [],
        .. environment.HasBackups ? BackupAlerts.Rules : [],
        .. EdgeAlerts.Rules,
        .. environment.Has(MonitoringNames.BlackboxExporter) ? EdgeAlerts.ProbeRules : [],
        .. MonitoringAlerts.Rules,
    ];
}
