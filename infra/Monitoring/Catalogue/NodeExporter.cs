using Infra.Services;

namespace Infra.Monitoring.Catalogue;

/// <summary>
/// node-exporter on every node, as an unprivileged user who sees what the kernel says and where volumes are mounted, read-only. The root
/// disk it knows by its own container, which lies there. Its container has the node's host name, which is how metrics get theirs.
/// Network collectors are off: they would report the container's own network.
/// </summary>
public static class NodeExporter
{
    private const string NodeRoot = "/node";

    private static readonly string[] BlindCollectors = ["arp", "conntrack", "netclass", "netdev", "netstat", "sockstat", "udp_queues"];

    /// <summary>The service.</summary>
    public static ServiceSpec Spec { get; } = new(MonitoringNames.NodeExporter, MonitoringImages.NodeExporter)
    {
        Mode = ServiceMode.Global,
        Hostname = "{{.Node.Hostname}}",
        Args =
        [
            $"--path.rootfs={NodeRoot}",
            $"--path.procfs={NodeRoot}/proc",
            $"--path.sysfs={NodeRoot}/sys",
            "--collector.filesystem.mount-points-exclude=^/(boot|dev|proc|run|snap|sys|var/lib/docker|var/lib/containerd)($|/)",
            .. BlindCollectors.Select(name => $"--no-collector.{name}"),
        ],
        Networks = [OverlayNetwork.Metrics],
        Mounts =
        [
            Mount.Bind("/proc", $"{NodeRoot}/proc", readOnly: true),
            Mount.Bind("/sys", $"{NodeRoot}/sys", readOnly: true),
            // What is mounted below later must appear here too.
            Mount.Bind("/mnt", $"{NodeRoot}/mnt", readOnly: true) with { Propagation = "rslave" },
        ],
        Health = HealthCheck.Http(MonitoringPorts.NodeExporter, "/"),
        Resources = new(MemoryMiB: 48, Cpus: 0.2),
        Update = UpdatePolicy.StopFirst,
        CapDrops = ["ALL"],
        ReadOnlyRoot = true,
        Metrics = new(MonitoringPorts.NodeExporter),
    };
}
