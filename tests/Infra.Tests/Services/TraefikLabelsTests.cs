using Infra.Services;

namespace Infra.Tests.Services;

public class TraefikLabelsTests
{
    [Fact]
    public void A_route_becomes_a_router_and_a_load_balancer()
    {
        var labels = TraefikLabels.For(ServiceSamples.Web, https: true);

        Assert.Equal(
            """
            traefik.enable=true
            traefik.http.routers.web.entrypoints=websecure
            traefik.http.routers.web.middlewares=retry@file
            traefik.http.routers.web.priority=1
            traefik.http.routers.web.rule=Host(`www.example.com`)
            traefik.http.routers.web.service=web
            traefik.http.routers.web.tls=true
            traefik.http.services.web.loadbalancer.server.port=80
            traefik.swarm.lbswarm=true
            """,
            Text(labels));
    }

    [Fact]
    public void Without_https_routes_are_on_the_plain_entry_point()
    {
        var labels = TraefikLabels.For(ServiceSamples.Web, https: false);

        Assert.Equal("web", labels["traefik.http.routers.web.entrypoints"]);
        Assert.DoesNotContain("traefik.http.routers.web.tls", labels.Keys);
    }

    [Fact]
    public void A_service_without_routes_is_not_shown_to_the_proxy() => Assert.Empty(TraefikLabels.For(ServiceSamples.Worker, https: true));

    [Fact]
    public void A_path_is_taken_by_whole_segments_and_before_the_host_alone()
    {
        var graphql = new Route("api.example.com", 8080) { Path = "/v1/graphql" };

        Assert.Equal("Host(`api.example.com`) && (Path(`/v1/graphql`) || PathPrefix(`/v1/graphql/`))", TraefikLabels.Rule(graphql));
        Assert.True(TraefikLabels.Priority(graphql) > TraefikLabels.Priority(graphql with { Path = "/" }));
    }

    [Fact]
    public void A_protected_route_asks_for_the_password_before_anything_else()
    {
        var spec = ServiceSamples.Web with { Routes = [new("www.example.com", 80) { Access = RouteAccess.Dashboard, Path = "/admin", StripPath = true }] };

        var labels = TraefikLabels.For(spec, https: true);

        Assert.Equal("dashboard-auth@file,retry@file,web-strip", labels["traefik.http.routers.web.middlewares"]);
        Assert.Equal("/admin", labels["traefik.http.middlewares.web-strip.stripprefix.prefixes"]);
    }

    [Fact]
    public void Several_routes_of_a_service_have_routers_and_ports_of_their_own()
    {
        var spec = ServiceSamples.Web with { Routes = [new("www.example.com", 80), new("admin.example.com", 81)] };

        var labels = TraefikLabels.For(spec, https: true);

        Assert.Equal("80", labels["traefik.http.services.web-0.loadbalancer.server.port"]);
        Assert.Equal("81", labels["traefik.http.services.web-1.loadbalancer.server.port"]);
        Assert.Equal("web-1", labels["traefik.http.routers.web-1.service"]);
    }

    [Fact]
    public void A_service_of_the_proxy_itself_still_names_a_port()
    {
        var spec = ServiceSamples.Web with { Routes = [new("traefik.example.com", 8082) { InternalService = "api@internal" }] };

        var labels = TraefikLabels.For(spec, https: true);

        Assert.Equal("api@internal", labels["traefik.http.routers.web.service"]);
        Assert.Equal("8082", labels["traefik.http.services.web.loadbalancer.server.port"]);
    }

    private static string Text(IReadOnlyDictionary<string, string> labels) => string.Join('\n', labels.Select(label => $"{label.Key}={label.Value}"));
}
