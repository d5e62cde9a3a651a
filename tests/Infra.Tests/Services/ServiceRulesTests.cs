using Infra.Services;
using Infra.Services.Catalogue;

namespace Infra.Tests.Services;

public class ServiceRulesTests
{
    private static readonly IReadOnlySet<string> Secrets = new HashSet<string> { "database-url", "portainer-agent-secret" };

    private static ServiceSpec PortainerAgent => ServiceSamples.Web with
    {
        Name = Portainer.AgentName,
        Image = Images.PortainerAgent,
        Networks = [OverlayNetwork.Agent],
        Routes = [],
        Mounts = [Mount.Bind("/var/run/docker.sock", "/var/run/docker.sock")],
        Secrets = [new("portainer-agent-secret")],
        Placement = Placement.Managers,
    };

    public static TheoryData<string, ServiceSpec> Mistakes => new()
    {
        { "web publishes a port on its nodes; give it a host; only traefik has ports", ServiceSamples.Web with { Ports = [new(8080, 80)], Update = UpdatePolicy.StopFirst } },
        { "web mounts the Docker socket, which is control over every node; do without it; only a socket proxy, on no network but socket, has it", ServiceSamples.Web with { Mounts = [Mount.Bind("/var/run/docker.sock", "/socket")], Placement = Placement.Managers } },
        { "web mounts the Docker socket, which is control over every node; do without it; only a socket proxy, on no network but socket, has it", ServiceSamples.Web with { Mounts = [Mount.Bind("/tmp/../var/run/docker.sock", "/socket")], Placement = Placement.Managers } },
        { "web mounts the Docker socket, which is control over every node; do without it; only a socket proxy, on no network but socket, has it", ServiceSamples.Web with { Mounts = [Mount.Bind("//var/./run", "/socket")], Placement = Placement.Managers } },
        { "web mounts the Docker socket, which is control over every node; do without it; only a socket proxy, on no network but socket, has it", ServiceSamples.Web with { Mounts = [Mount.Bind("/proc/1/root", "/socket")], Placement = Placement.Managers } },
        { "web has a route, but is not on the network edge; add the network edge", ServiceSamples.Web with { Networks = [] } },
        { "web is on the network socket; remove it; the network is for traefik and socket-proxy", ServiceSamples.Web with { Networks = [OverlayNetwork.Edge, OverlayNetwork.Socket] } },
        { "portainer-agent mounts the Docker socket, which is control over every node; do without it; only a socket proxy, on no network but socket, has it", PortainerAgent with { Networks = [OverlayNetwork.Agent, OverlayNetwork.Edge] } },
        { "portainer-agent mounts the Docker socket, which is control over every node; do without it; only a socket proxy, on no network but socket, has it", PortainerAgent with { Secrets = [] } },
        { "web is on the network agent; remove it; the network is for portainer and portainer-agent", ServiceSamples.Web with { Networks = [OverlayNetwork.Edge, OverlayNetwork.Agent] } },
        { "web has metrics, but is not on the network metrics; add the network metrics", ServiceSamples.Web with { Metrics = new(9100) } },
        { "web keeps /data on a node, but may run on any; set a placement, e.g. data", ServiceSamples.Web with { Mounts = [Mount.Volume("web", "/data")] } },
        { "web has a file of more than 500 KB, /etc/large; build it into the image", ServiceSamples.Web with { Configs = [new("large", "/etc/large", new string('x', 512_001))] } },
        { "web is watched for 5 s after an update, but its health check takes 60 s to fail; watch it longer, or check sooner", ServiceSamples.Web with { Update = UpdatePolicy.StartFirst with { Monitor = TimeSpan.FromSeconds(5) } } },
        { "web has no health check and no reason; say why it cannot be checked", ServiceSamples.Web with { Health = HealthCheck.None("") } },
        { "web has limits that cannot be met; set at least 6 MiB and some CPU, and reserve at most the limit", ServiceSamples.Web with { Resources = new(64, 0.5) { ReservedMemoryMiB = 65 } } },
        { "web has an image that is not pinned: 'nginx:latest' is another image tomorrow; write repository:tag, repository@sha256:digest or both, e.g. registry.gitlab.com/group/app:1a2b3c4d", ServiceSamples.Web with { Image = "nginx:latest" } },
        { "web reads the secret database-uri, which there is not; did you mean database-url?", ServiceSamples.Web with { Secrets = [new("database-uri")] } },
        { "web waits for wroker, which there is not; did you mean worker?", ServiceSamples.Web with { WaitsFor = ["wroker"] } },
        { "web has /data 2 times; use each path once", ServiceSamples.Web with { Mounts = [Mount.Tmpfs("/data", 8), Mount.Tmpfs("/data", 8)] } },
        { "services wait for each other: web -> web; remove one waitsFor", ServiceSamples.Web with { WaitsFor = ["web"] } },
        { "web has the path /a//b, which matches no request as it is written; write /a/b", ServiceSamples.Web with { Routes = [new("www.example.com", 80) { Path = "/a//b" }] } },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_named_with_what_to_do(string told, ServiceSpec mistaken) =>
        Assert.Equal([told], Told(mistaken, ServiceSamples.Worker));

    [Fact]
    public void What_is_right_gives_no_problem() => Assert.Empty(Told(ServiceSamples.Web, ServiceSamples.Worker));

    [Fact]
    public void The_proxy_may_have_ports_if_its_tasks_do_not_overlap()
    {
        var proxy = ServiceSamples.Web with { Name = "traefik", Ports = [new(80, 80)] };

        Assert.Empty(Told(proxy with { Update = UpdatePolicy.StopFirst }));
        Assert.Equal(["traefik has a port of the node, which two tasks cannot have at once; set the order stop-first"], Told(proxy));
    }

    [Fact]
    public void Two_services_of_one_name_are_refused() => Assert.Contains(
        "web is there 2 times; choose another name; the platform's own services keep theirs",
        Told(ServiceSamples.Web, ServiceSamples.Web with { Routes = [] }));

    [Fact]
    public void Two_services_at_one_address_are_refused() => Assert.Equal(
        ["web and shop take the same address www.example.com/; give each its own host or path"],
        Told(ServiceSamples.Web, ServiceSamples.Web with { Name = "shop" }));

    [Fact]
    public void A_path_below_another_services_address_is_meant() =>
        Assert.Empty(Told(ServiceSamples.Web, ServiceSamples.Web with { Name = "shop", Routes = [new("www.example.com", 80) { Path = "/shop" }] }));

    [Fact]
    public void A_circle_of_waiting_is_shown_whole() => Assert.Equal(
        ["services wait for each other: a -> b -> c -> a; remove one waitsFor"],
        Told(Waiting("a", "b"), Waiting("b", "c"), Waiting("c", "a")));

    [Fact]
    public void Services_come_after_those_that_they_wait_for() => Assert.Equal(
        ["d", "c", "b", "a"],
        ServiceOrder.Sort([Waiting("a", "b"), Waiting("b", "c"), Waiting("c", "d"), ServiceSamples.Worker with { Name = "d" }]).Select(spec => spec.Name));

    private static ServiceSpec Waiting(string name, string forName) => ServiceSamples.Worker with { Name = name, WaitsFor = [forName] };

    private static IEnumerable<string> Told(params ServiceSpec[] specs) =>
        ServiceRules.Problems(specs, Secrets).Select(problem => $"{problem.Why}; {problem.Fix}");
}
