using Infra.Services;

namespace Infra.Monitoring.Catalogue;

/// <summary>Every monitoring service of an environment, in the order in which they are declared.</summary>
public static class MonitoringCatalogue
{
    /// <summary>The services; none when monitoring is off.</summary>
    public static IReadOnlyList<ServiceSpec> Describe(MonitoringCatalogueArgs args)
    {
        var settings = args.Settings;
        if (!settings.Enabled)
            return [];
        var exporters = Exporters(args).ToList();
        var alertmanager = Alertmanager.Describe(args.Slack, args.HostOf(MonitoringNames.Alertmanager), args.Scheme);
        var prometheus = Prometheus.Frame(settings.Prometheus, args.HostOf(MonitoringNames.Prometheus));
        var grafana = Grafana.Frame(settings.GrafanaMemoryMiB, args.HostOf(MonitoringNames.Grafana));
        ServiceSpec[] pages = settings.Grafana ? [alertmanager, prometheus, grafana] : [alertmanager, prometheus];
        var watched = new WatchedEnvironment(args.Environment, args.Nodes, [.. args.Services, .. exporters, .. pages])
        {
            Https = args.Https,
            HasBackups = args.HasBackups,
        };
        return [.. exporters, .. pages.Select(page => Complete(page, watched) with { Labels = args.PageLabels })];
    }

    // Prometheus and Grafana are told about every service, themselves among them, so this is the last step.
    private static ServiceSpec Complete(ServiceSpec page, WatchedEnvironment watched) => page.Name switch
    {
        MonitoringNames.Prometheus => Prometheus.Watching(page, watched),
        MonitoringNames.Grafana => Grafana.Showing(page, watched),
        _ => page,
    };

    private static IEnumerable<ServiceSpec> Exporters(MonitoringCatalogueArgs args)
    {
        yield return NodeExporter.Spec;
        if (args.Settings.Containers)
        {
            yield return ContainerApi.Spec;
            yield return CAdvisor.Spec;
        }

        if (args.Settings.Engines)
            yield return EngineMetrics.Spec;
        if (args.Settings.Urls)
            yield return BlackboxExporter.Spec;
        if (args.HasBackups)
            yield return Pushgateway.Spec;
        if (args.Database is { } database)
            yield return PostgresExporter.Describe(database);
    }
}
