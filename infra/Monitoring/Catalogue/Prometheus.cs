using Infra.Monitoring.Alerts;
using Infra.Services;
using Infra.Settings;

namespace Infra.Monitoring.Catalogue;

/// <summary>
/// Prometheus. Its pages have no login of their own, so Traefik asks for the dashboard user's password. It stays on one node, because its
/// data does, and on a volume of that node's own disk: a full one can never stop Postgres.
/// </summary>
public static class Prometheus
{
    private const string DataPath = "/prometheus";
    private const string ConfigPath = "/etc/prometheus/prometheus.yml";

    /// <summary>The service, told what it watches.</summary>
    /// <param name="frame">The service without what depends on the other services.</param>
    /// <param name="environment">What it watches.</param>
    public static ServiceSpec Watching(ServiceSpec frame, WatchedEnvironment environment) => frame with
    {
        Args = [.. frame.Args, $"--web.external-url={environment.Scheme}://{frame.Routes[0].Host}/"],
        Configs =
        [
            new("prometheus", ConfigPath, PrometheusConfig.Render(environment)),
            new("alert-rules", PrometheusConfig.RulesPath, RuleFile.Render(environment)),
        ],
    };

    /// <summary>The service without what depends on the other services, which its own configuration counts it among.</summary>
    /// <param name="settings">How much it keeps and may use.</param>
    /// <param name="host">Its public host.</param>
    public static ServiceSpec Frame(PrometheusSettings settings, string host) => new(MonitoringNames.Prometheus, MonitoringImages.Prometheus)
    {
        Args =
        [
            $"--config.file={ConfigPath}",
            $"--storage.tsdb.path={DataPath}",
            $"--storage.tsdb.retention.time={settings.RetentionTime}",
            $"--storage.tsdb.retention.size={settings.RetentionSize}",
        ],
        Networks = [OverlayNetwork.Metrics],
        Routes = [new(host, MonitoringPorts.Prometheus) { Access = RouteAccess.Dashboard }],
        Mounts = [Mount.Volume(settings.Volume, DataPath)],
        Placement = MonitoringPlacement.OneNode,
        Health = HealthCheck.Http(MonitoringPorts.Prometheus, "/-/healthy") with { StartPeriod = TimeSpan.FromMinutes(2) },
        Resources = new(settings.MemoryMiB, Cpus: 1),
        Update = UpdatePolicy.StopFirst,
        CapDrops = ["ALL"],
        ReadOnlyRoot = true,
        Metrics = new(MonitoringPorts.Prometheus),
    };
}
