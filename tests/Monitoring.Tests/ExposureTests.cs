using Infra.Monitoring;
using Infra.Monitoring.Catalogue;
using Infra.Services;
using Infra.Tests;

namespace Monitoring.Tests;

public sealed class ExposureTests
{
    private static readonly string[] Parts =
    [
        MonitoringNames.Alertmanager, MonitoringNames.BlackboxExporter, MonitoringNames.CAdvisor, MonitoringNames.ContainerApi, MonitoringNames.EngineMetrics,
        MonitoringNames.Grafana, MonitoringNames.NodeExporter, MonitoringNames.PostgresExporter, MonitoringNames.Prometheus,
    ];

    [Fact]
    public async Task Every_part_is_there()
    {
        var services = (await Emitted.StagingAsync()).Services;

        Assert.Empty(Parts.Except(services));
    }

    [Theory]
    [InlineData("containerMetrics", "cadvisor", "container-api")]
    [InlineData("engineMetrics", "engine-metrics")]
    [InlineData("urlProbes", "blackbox-exporter")]
    [InlineData("grafana", "grafana")]
    [InlineData("monitoring", "alertmanager", "blackbox-exporter", "cadvisor", "container-api", "engine-metrics", "grafana", "node-exporter", "postgres-exporter", "prometheus")]
    public async Task A_setting_takes_its_part_away(string setting, params string[] services) =>
        Assert.Equal(services, Parts.Except((await Emitted.StagingAsync((setting, "false"))).Services).Order(StringComparer.Ordinal));

    [Fact]
    public async Task No_part_has_a_port_on_the_nodes()
    {
        var emitted = await Emitted.StagingAsync();

        foreach (var part in Parts)
        {
            var endpoint = await emitted.Service(part).EndpointSpec.ValueAsync();
            Assert.Empty(await endpoint.Ports.ValuesAsync());
        }
    }

    [Fact]
    public async Task Only_the_three_pages_have_a_public_host()
    {
        var emitted = await Emitted.StagingAsync();
        var routed = new List<string>();
        foreach (var part in Parts)
        {
            if ((await emitted.LabelsAsync(part)).Keys.Any(label => label.StartsWith("traefik.http.routers.", StringComparison.Ordinal)))
                routed.Add(part);
        }

        Assert.Equal([MonitoringNames.Alertmanager, MonitoringNames.Grafana, MonitoringNames.Prometheus], routed);
    }

    [Theory]
    [InlineData(MonitoringNames.Prometheus)]
    [InlineData(MonitoringNames.Alertmanager)]
    public async Task Traefik_asks_for_a_password_before_a_page_without_a_login(string page)
    {
        var labels = await (await Emitted.StagingAsync()).LabelsAsync(page);

        Assert.Equal(TraefikLabels.DashboardAuth, labels[$"traefik.http.routers.{page}.middlewares"].Split(',')[0]);
        Assert.Equal("metrics", labels[TraefikLabels.Network]);
        Assert.Single(labels.Keys, label => label.EndsWith(".rule", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("GF_AUTH_ANONYMOUS_ENABLED", "false")]
    [InlineData("GF_USERS_ALLOW_SIGN_UP", "false")]
    [InlineData("GF_METRICS_ENABLED", "false")]
    [InlineData("GF_SECURITY_ADMIN_PASSWORD__FILE", "/run/secrets/grafana-password")]
    public async Task Grafana_lets_in_nobody_without_a_login(string variable, string value)
    {
        var container = await (await Emitted.StagingAsync()).ContainerAsync(MonitoringNames.Grafana);

        Assert.Equal(value, (await ((Pulumi.Input<System.Collections.Immutable.ImmutableDictionary<string, string>>)container.Env).ValueAsync())[variable]);
    }

    [Fact]
    public async Task Applications_share_no_network_with_a_part()
    {
        var emitted = await Emitted.StagingAsync();
        var metrics = await NetworksAsync(emitted, MonitoringNames.NodeExporter);

        foreach (var part in Parts.Except([MonitoringNames.PostgresExporter, MonitoringNames.ContainerApi]))
            Assert.Equal(metrics, await NetworksAsync(emitted, part));
        Assert.Empty(await NetworksAsync(emitted, MonitoringNames.ContainerApi));
        foreach (var application in new[] { "lucky", "hasura", "postgres" })
            Assert.Empty(metrics.Intersect(await NetworksAsync(emitted, application)));
    }

    [Fact]
    public void Only_the_proxy_sees_the_Docker_socket_and_no_part_sees_all_files()
    {
        ServiceSpec[] specs = [NodeExporter.Spec, CAdvisor.Spec, ContainerApi.Spec, EngineMetrics.Spec, BlackboxExporter.Spec];

        Assert.Equal(
            [MonitoringNames.ContainerApi],
            specs.Where(spec => spec.Mounts.Any(mount => mount.Source is "/" or "/run" or "/var/run" or "/var" || mount.Source.EndsWith(".sock", StringComparison.Ordinal)))
                .Select(spec => spec.Name));
        Assert.All(specs.SelectMany(spec => spec.Mounts).Where(mount => mount.Type == MountType.Bind), mount => Assert.True(mount.ReadOnly, mount.Source));
    }

    private static async Task<IReadOnlyList<string>> NetworksAsync(Emitted emitted, string service)
    {
        var task = await emitted.Service(service).TaskSpec.ValueAsync();
        var ids = new List<string>();
        foreach (var network in await task.NetworksAdvanceds.ValuesAsync())
            ids.Add(await network.Id.ValueAsync());
        return ids;
    }
}
