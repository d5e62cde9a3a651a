using Infra.Monitoring;
using Infra.Services;

namespace Infra.Tests.Monitoring;

public sealed class WatchedEnvironmentTests
{
    private static readonly WatchedNode[] Nodes =
    [
        new("manager-0", IsManager: true),
        new("worker-0", IsManager: false) { Labels = new Dictionary<string, string> { ["data"] = "true" } },
        new("worker-1", IsManager: false),
    ];

    [Theory]
    [InlineData(3)]
    [InlineData(1, "node.role == manager")]
    [InlineData(2, "node.role != manager")]
    [InlineData(1, "node.labels.data == true")]
    [InlineData(0, "node.labels.data == true", "node.role == manager")]
    [InlineData(1, "node.hostname == worker-1")]
    public void A_global_service_has_a_task_on_every_node_that_fits(int tasks, params string[] constraints) =>
        Assert.Equal(tasks, Desired(ServiceMode.Global, constraints));

    [Fact]
    public void A_replicated_service_has_its_replicas() => Assert.Equal(5, Desired(ServiceMode.Replicated(5)));

    [Fact]
    public void Nothing_is_expected_of_a_placement_that_asks_for_something_unknown() =>
        Assert.Null(Desired(ServiceMode.Global, "node.platform.arch == x86_64"));

    private static int? Desired(ServiceMode mode, params string[] constraints) => new WatchedEnvironment("test", Nodes, []).DesiredTasks(
        new("service", "image:1") { Mode = mode, Placement = new(constraints), Health = HealthCheck.None("test"), Resources = new(64, 1) });
}
