using Infra.Services;
using YamlDotNet.RepresentationModel;

namespace Infra.Tests.Services;

public class TraefikConfigTests
{
    private static readonly string WithHttps = TraefikConfig.Static(https: true, ["103.21.244.0/22", "2400:cb00::/32"], "socket-proxy:2375", "edge");
    private static readonly string WithoutHttps = TraefikConfig.Static(https: false, [], "socket-proxy:2375", "edge");
    private static readonly string Dynamic = TraefikConfig.Dynamic(("/run/secrets/origin-certificate", "/run/secrets/origin-key"), "/run/secrets/dashboard-users");

    [Fact]
    public void Plain_requests_are_sent_to_https()
    {
        var redirection = At(WithHttps, "entryPoints", "web", "http", "redirections", "entryPoint");

        Assert.Equal("websecure", Scalar(redirection, "to"));
        Assert.Equal("true", Scalar(redirection, "permanent"));
        Assert.Equal(":443", Scalar(At(WithHttps, "entryPoints", "websecure"), "address"));
    }

    [Fact]
    public void Only_the_given_proxies_are_believed_about_the_clients_address()
    {
        var forwarded = At(WithHttps, "entryPoints", "websecure", "forwardedHeaders");

        Assert.Equal(["103.21.244.0/22", "2400:cb00::/32"], ((YamlSequenceNode)forwarded.Children["trustedIPs"]).Select(node => node.ToString()));
        Assert.DoesNotContain("insecure", WithHttps);
    }

    [Fact]
    public void Without_https_there_is_one_public_entry_point_and_no_redirection()
    {
        var entryPoints = At(WithoutHttps, "entryPoints");

        Assert.Equal(["web", "internal"], entryPoints.Children.Keys.Select(key => key.ToString()));
        Assert.DoesNotContain("http", At(WithoutHttps, "entryPoints", "web").Children.Keys.Select(key => key.ToString()));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Health_and_metrics_are_on_the_internal_entry_point(bool https)
    {
        var config = https ? WithHttps : WithoutHttps;

        Assert.Equal("internal", Scalar(At(config, "ping"), "entryPoint"));
        Assert.Equal("internal", Scalar(At(config, "metrics", "prometheus"), "entryPoint"));
        Assert.Equal(":8082", Scalar(At(config, "entryPoints", "internal"), "address"));
    }

    [Fact]
    public void Services_are_found_through_the_socket_proxy_and_only_when_they_say_so()
    {
        var swarm = At(WithHttps, "providers", "swarm");

        Assert.Equal("tcp://socket-proxy:2375", Scalar(swarm, "endpoint"));
        Assert.Equal("false", Scalar(swarm, "exposedByDefault"));
        Assert.Equal("edge", Scalar(swarm, "network"));
    }

    [Fact]
    public void Running_requests_are_finished_before_the_proxy_stops()
    {
        var lifeCycle = At(WithHttps, "entryPoints", "websecure", "transport", "lifeCycle");

        Assert.Equal("5s", Scalar(lifeCycle, "requestAcceptGraceTimeout"));
        Assert.Equal("20s", Scalar(lifeCycle, "graceTimeOut"));
    }

    [Fact]
    public void The_certificate_and_the_users_come_from_files()
    {
        var certificate = At(Dynamic, "tls", "stores", "default", "defaultCertificate");

        Assert.Equal("/run/secrets/origin-certificate", Scalar(certificate, "certFile"));
        Assert.Equal("/run/secrets/origin-key", Scalar(certificate, "keyFile"));
        Assert.Equal("/run/secrets/dashboard-users", Scalar(At(Dynamic, "http", "middlewares", "dashboard-auth", "basicAuth"), "usersFile"));
    }

    [Fact]
    public void Without_a_certificate_there_is_no_tls_section() =>
        Assert.Equal(["http"], At(TraefikConfig.Dynamic(null, "/run/secrets/dashboard-users")).Children.Keys.Select(key => key.ToString()));

    private static YamlMappingNode At(string yaml, params string[] path)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return path.Aggregate((YamlMappingNode)stream.Documents[0].RootNode, (node, key) => (YamlMappingNode)node.Children[key]);
    }

    private static string Scalar(YamlMappingNode node, string key) => ((YamlScalarNode)node.Children[key]).Value!;
}
