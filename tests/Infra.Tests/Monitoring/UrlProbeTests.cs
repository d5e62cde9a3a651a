using Infra.Monitoring;
using Infra.Services;

namespace Infra.Tests.Monitoring;

public sealed class UrlProbeTests
{
    [Fact]
    public void A_service_is_asked_at_its_health_path() => Assert.Equal(
        new UrlProbe("https://api.example.com/version", ProbeExpectation.Succeeds),
        Probe(new("api.example.com", 5000), HealthCheck.Http(5000, "/version")));

    [Fact]
    public void A_health_path_that_the_route_does_not_let_through_is_not_asked_for() => Assert.Equal(
        new UrlProbe("https://api.example.com/shop", ProbeExpectation.Answers),
        Probe(new("api.example.com", 5000) { Path = "/shop" }, HealthCheck.Http(5000, "/version")));

    [Fact]
    public void GraphQL_is_asked_by_a_query() => Assert.Equal(
        new UrlProbe("https://api.example.com/v1/graphql", ProbeExpectation.AnswersGraphql),
        Probe(new("api.example.com", 8080) { Path = "/v1/graphql" }, HealthCheck.HttpByCurl(8080, "/healthz")));

    [Fact]
    public void A_page_behind_a_password_must_ask_for_it() => Assert.Equal(
        new UrlProbe("https://prometheus.example.com/", ProbeExpectation.AsksForPassword),
        Probe(new("prometheus.example.com", 9090) { Access = RouteAccess.Dashboard }, HealthCheck.Http(9090, "/-/healthy")));

    private static UrlProbe Probe(Route route, HealthCheck health) => Assert.Single(UrlProbe.Of(new("test", [],
        [new("service", "image:1") { Health = health, Resources = new(64, 1), Routes = [route] }])));
}
