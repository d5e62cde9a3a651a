using Infra.Services;

namespace Infra.Monitoring.Catalogue;

/// <summary>blackbox-exporter, which asks for public addresses. It fetches what it is told to, so only the metrics network reaches it.</summary>
public static class BlackboxExporter
{
    private const string ConfigPath = "/etc/blackbox_exporter/config.yml";

    /// <summary>The service.</summary>
    public static ServiceSpec Spec { get; } = new(MonitoringNames.BlackboxExporter, MonitoringImages.BlackboxExporter)
    {
        Args = [$"--config.file={ConfigPath}"],
        Configs = [new("blackbox", ConfigPath, BlackboxConfig.Render())],
        Networks = [OverlayNetwork.Metrics],
        Health = HealthCheck.Http(MonitoringPorts.BlackboxExporter, "/-/healthy"),
        Resources = new(MemoryMiB: 48, Cpus: 0.2),
        Update = UpdatePolicy.StopFirst,
        CapDrops = ["ALL"],
        ReadOnlyRoot = true,
        Metrics = new(MonitoringPorts.BlackboxExporter),
    };
}
