using System.Text.Json.Nodes;
using Infra.Tests;
using Pulumi.Docker;

namespace Stacks.Tests;

/// <summary>Portainer, which controls every node for whoever logs in.</summary>
[Collection(SerialGraphs.Name)]
public class PortainerTests
{
    [Fact]
    public async Task There_is_none_unless_asked_for()
    {
        var graph = await StackRun.GraphAsync("production");

        Assert.DoesNotContain(graph.All, each => each.Name.Contains("portainer", StringComparison.Ordinal) || each.Name == "networks-agent");
    }

    [Theory]
    [InlineData("production")]
    [InlineData("existing")]
    [InlineData("local")]
    public async Task The_socket_is_seen_by_agents_that_only_the_server_reaches(string stack)
    {
        var graph = await GraphAsync(stack);

        var agent = graph.Inputs["services-portainer-agent-service"];
        Assert.True(agent["mode"]!["global"]!.GetValue<bool>());
        Assert.Equal(["/var/run/docker.sock"], Mounts(agent));
        Assert.Equal(["networks-agent"], Networks(graph, agent));
        Assert.Empty(agent["endpointSpec"]!["ports"]!.AsArray());
        Assert.DoesNotContain("traefik.enable", $"{agent["labels"]}", StringComparison.Ordinal);
        Assert.True(graph.Inputs["networks-agent"]["internal"]!.GetValue<bool>());
        Assert.Equal(
            ["services-portainer-agent-service", "services-portainer-service"],
            graph.All.Where(each => each.Resource is Service && Networks(graph, graph.Inputs[each.Name]).Contains("networks-agent")).Select(each => each.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("production", "portainer.example.com")]
    [InlineData("staging", "portainer-staging.example.com")]
    [InlineData("local", "portainer.localhost")]
    public async Task The_server_is_behind_the_proxy_and_a_login_that_is_there_from_the_start(string stack, string host)
    {
        var graph = await GraphAsync(stack);

        var server = graph.Inputs["services-portainer-service"];
        Assert.Equal(["networks-edge", "networks-agent"], Networks(graph, server));
        Assert.Empty(server["endpointSpec"]!["ports"]!.AsArray());
        Assert.DoesNotContain("/var/run/docker.sock", Mounts(server));
        Assert.Contains($"Host(`{host}`)", server["labels"]!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }), StringComparison.Ordinal);
        var container = server["taskSpec"]!["containerSpec"]!;
        var words = container["args"]!.AsArray().Select(each => $"{each}").ToList();
        Assert.Equal("/run/secrets/portainer-password", words[words.IndexOf("--admin-password-file") + 1]);
        Assert.Contains("/run/secrets/portainer-password", container["secrets"]!.AsArray().Select(secret => $"{secret!["fileName"]}"));
    }

    [Fact]
    public async Task Both_read_what_they_know_each_other_by_from_a_file()
    {
        var graph = await GraphAsync("production");

        foreach (var name in new[] { "services-portainer-service", "services-portainer-agent-service" })
        {
            var container = graph.Inputs[name]["taskSpec"]!["containerSpec"]!;
            Assert.Contains("/run/secrets/portainer-agent-secret", container["secrets"]!.AsArray().Select(secret => $"{secret!["fileName"]}"));
            Assert.DoesNotContain("AGENT_SECRET", $"{container["env"]}", StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Its_name_is_in_dns_and_certificate()
    {
        var graph = await GraphAsync("production");

        Assert.Equal("portainer.example.com", $"{graph.Inputs["records-portainer"]["name"]}");
        Assert.Contains("portainer.example.com", graph.Inputs["certificate-certificate"]["hostnames"]!.AsArray().Select(each => $"{each}"));
    }

    private static Task<ResourceGraph> GraphAsync(string stack, params (string Key, string? Value)[] changes) => StackRun.GraphAsync(stack, [("portainer", "true"), .. changes]);

    private static List<string> Mounts(JsonObject service) => [.. service["taskSpec"]!["containerSpec"]!["mounts"]!.AsArray().Select(mount => $"{mount!["source"]}")];

    /// <summary>Names of the declared networks by the ids that the service has.</summary>
    private static List<string> Networks(ResourceGraph graph, JsonObject service) =>
        [.. service["taskSpec"]!["networksAdvanceds"]!.AsArray().Select(network => graph.All.Single(each => each.Resource is Network && $"{network!["id"]}".StartsWith(each.Name, StringComparison.Ordinal)).Name)];
}
