using Infra.Services;

namespace Infra.Monitoring.Catalogue;

/// <summary>
/// Pushgateway, for work that is over before Prometheus asks (https://prometheus.io/docs/practices/pushing/). It keeps nothing on disk: backups
/// push all of their numbers again every few minutes.
/// </summary>
public static class Pushgateway
{
    /// <summary>The service.</summary>
    public static ServiceSpec Spec { get; } = new(MonitoringNames.Pushgateway, MonitoringImages.Pushgateway)
    {
        Networks = [OverlayNetwork.Metrics],
        Health = HealthCheck.Http(MonitoringPorts.Pushgateway, "/-/healthy"),
        Resources = new(MemoryMiB: 32, Cpus: 0.2),
        Update = UpdatePolicy.StopFirst,
        CapDrops = ["ALL"],
        ReadOnlyRoot = true,
        Metrics = new(MonitoringPorts.Pushgateway),
    };
}
