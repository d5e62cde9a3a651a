using Infra.Compute;
using Infra.Services;

namespace Infra.Monitoring.Catalogue;

/// <summary>
/// Passes on the metrics of each node's Docker Engine. The engine offers them on an address of the node that exists inside the node only
/// (<see cref="DockerEngine.MetricsAddress"/>), which containers reach and no other machine does; this brings them to the metrics network.
/// </summary>
public static class EngineMetrics
{
    /// <summary>The service.</summary>
    public static ServiceSpec Spec { get; } = new(MonitoringNames.EngineMetrics, MonitoringImages.Socat)
    {
        Mode = ServiceMode.Global,
        Args =
        [
            $"TCP-LISTEN:{MonitoringPorts.EngineMetrics},fork,reuseaddr,max-children=8",
            $"TCP:{DockerEngine.MetricsAddress}:{DockerEngine.MetricsPort},connect-timeout=5",
        ],
        Networks = [OverlayNetwork.Metrics],
        Health = HealthCheck.Http(MonitoringPorts.EngineMetrics, "/metrics"),
        Resources = new(MemoryMiB: 16, Cpus: 0.1) { ReservedMemoryMiB = 4 },
        Update = UpdatePolicy.StopFirst,
        CapDrops = ["ALL"],
        ReadOnlyRoot = true,
        Metrics = new(MonitoringPorts.EngineMetrics),
    };
}
