namespace Infra.Monitoring.Dashboards;

/// <summary>Every page whose metrics are collected in an environment.</summary>
public static class DashboardCatalogue
{
    /// <summary>The pages.</summary>
    public static IEnumerable<Dashboard> Of(WatchedEnvironment environment)
    {
        var containers = environment.Has(MonitoringNames.CAdvisor);
        var engines = environment.Has(MonitoringNames.EngineMetrics);
        return
        [
            NodesDashboard.Of(containers),
            .. containers ? [ServicesDashboard.Of(engines)] : Array.Empty<Dashboard>(),
            .. environment.Has(MonitoringNames.PostgresExporter) ? [PostgresDashboard.Page] : Array.Empty<Dashboard>(),
            TraefikDashboard.Page,
            .. environment.Has(MonitoringNames.BlackboxExporter) ? [UrlsDashboard.Page] : Array.Empty<Dashboard>(),
        ];
    }
}
