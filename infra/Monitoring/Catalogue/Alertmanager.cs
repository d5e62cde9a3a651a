using Infra.Secrets;
using Infra.Services;

namespace Infra.Monitoring.Catalogue;

/// <summary>Alertmanager. Its volume holds silences and what was told already. Traefik asks for the dashboard user's password.</summary>
public static class Alertmanager
{
    private const string DataPath = "/alertmanager";
    private const string ConfigPath = "/etc/alertmanager/alertmanager.yml";

    /// <summary>The service.</summary>
    /// <param name="slack">Where alerts go; null for nowhere.</param>
    /// <param name="host">Its public host.</param>
    /// <param name="scheme"><c>https</c> or <c>http</c>.</param>
    public static ServiceSpec Describe(SlackSettings? slack, string host, string scheme) =>
        new(MonitoringNames.Alertmanager, MonitoringImages.Alertmanager)
        {
            Args =
            [
                $"--config.file={ConfigPath}",
                $"--storage.path={DataPath}",
                $"--web.external-url={scheme}://{host}/",
                // One instance has nobody to gossip with.
                "--cluster.listen-address=",
            ],
            Configs = [new("alertmanager", ConfigPath, AlertmanagerConfig.Render(slack))],
            Secrets = slack is null ? [] : [new(SecretNames.SlackUrl)],
            Networks = [OverlayNetwork.Metrics],
            Routes = [new(host, MonitoringPorts.Alertmanager) { Access = RouteAccess.Dashboard }],
            Mounts = [Mount.Volume("alertmanager-data", DataPath)],
            Placement = MonitoringPlacement.OneNode,
            Health = HealthCheck.Http(MonitoringPorts.Alertmanager, "/-/healthy"),
            Resources = new(MemoryMiB: 64, Cpus: 0.2),
            Update = UpdatePolicy.StopFirst,
            CapDrops = ["ALL"],
            ReadOnlyRoot = true,
            Metrics = new(MonitoringPorts.Alertmanager),
        };
}
