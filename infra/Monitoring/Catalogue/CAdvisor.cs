using Infra.Services;

namespace Infra.Monitoring.Catalogue;

/// <summary>
/// cAdvisor on every node. It needs the names of containers from the Docker API, and the API is root on the node, so it gets a part of
/// it: <see cref="ContainerApi"/>. Of the node's files it sees the kernel's, and where Docker keeps the ids of layers.
/// </summary>
public static class CAdvisor
{
    /// <summary>The service.</summary>
    public static ServiceSpec Spec { get; } = new(MonitoringNames.CAdvisor, MonitoringImages.CAdvisor)
    {
        Mode = ServiceMode.Global,
        Args =
        [
            $"--docker=unix://{ContainerApi.SocketPath}",
            "--docker_only=true",
            "--enable_metrics=cpu,memory,network",
            "--housekeeping_interval=30s",
            "--store_container_labels=false",
            "--whitelisted_container_labels=com.docker.swarm.service.name",
        ],
        Networks = [OverlayNetwork.Metrics],
        Mounts =
        [
            ContainerApi.SocketVolume with { ReadOnly = true },
            Mount.Bind("/proc", "/rootfs/proc", readOnly: true),
            Mount.Bind("/sys", "/sys", readOnly: true),
            Mount.Bind("/var/lib/docker/image", "/rootfs/var/lib/docker/image", readOnly: true),
        ],
        Health = Named,
        Resources = new(MemoryMiB: 160, Cpus: 0.3) { ReservedMemoryMiB = 64 },
        Update = UpdatePolicy.StopFirst,
        CapDrops = ["ALL"],
        ReadOnlyRoot = true,
        Metrics = new(MonitoringPorts.CAdvisor),
    };

    // It asks Docker once, when it starts. If that came too early it measures containers without names for ever, so that is unhealthy.
    private static HealthCheck Named =>
        HealthCheck.Shell($"wget -q -O - http://127.0.0.1:{MonitoringPorts.CAdvisor}/metrics | grep -q container_label_com_docker_swarm_service_name=\\\"[a-z]") with
        {
            Interval = TimeSpan.FromMinutes(1),
            Timeout = TimeSpan.FromSeconds(20),
            StartPeriod = TimeSpan.FromMinutes(1),
        };
}
