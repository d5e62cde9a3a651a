using Infra.Networking;
using Infra.Settings;
using Pulumi;
using Pulumi.DigitalOcean;

namespace Infra.Tests.Networking;

[Collection(SerialGraphs.Name)]
public class NodeFirewallTests
{
    [Fact]
    public async Task Only_admin_networks_may_reach_ssh() =>
        Assert.Equal(["tcp 22 from 203.0.113.7/32"], (await InboundAsync()).Where(rule => rule.Contains(" 22 ")));

    [Theory]
    [InlineData("80")]
    [InlineData("443")]
    public async Task Only_Cloudflare_may_reach_the_web(string port) => Assert.Equal(
        [$"tcp {port} from {string.Join(" ", CloudflareRanges.All)}"],
        (await InboundAsync()).Where(rule => rule.Contains($" {port} ")));

    [Theory]
    [InlineData("tcp 2377")]
    [InlineData("tcp 7946")]
    [InlineData("udp 7946")]
    [InlineData("udp 4789")]
    [InlineData("icmp")]
    public async Task What_nodes_say_to_each_other_is_open_between_the_nodes_only(string port) =>
        Assert.Equal([$"{port} from tag lhd-test-node"], (await InboundAsync()).Where(rule => rule.StartsWith($"{port} ", StringComparison.Ordinal)));

    [Fact]
    public async Task Nothing_else_is_open()
    {
        var ports = (await InboundAsync()).Select(rule => rule[..rule.IndexOf(" from", StringComparison.Ordinal)]);

        Assert.Equal(["icmp", "tcp 22", "tcp 2377", "tcp 443", "tcp 7946", "tcp 80", "udp 4789", "udp 7946"], ports.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Nodes_may_reach_everything()
    {
        var rules = await (await FirewallAsync()).OutboundRules.ValuesAsync();

        Assert.Equal(["tcp 1-65535", "udp 1-65535", "icmp"], await Task.WhenAll(rules.Select(rule => PortAsync(rule.Protocol, rule.PortRange))));
        Assert.All(rules, rule => Assert.Equal(["0.0.0.0/0", "::/0"], rule.DestinationAddresses.ValuesAsync().Result));
    }

    [Fact]
    public async Task Is_bound_to_the_tag_and_to_no_single_node()
    {
        var firewall = await FirewallAsync();

        Assert.Equal(["lhd-test-node"], await firewall.Tags.ValuesAsync());
        Assert.Empty(await firewall.DropletIds.ValuesAsync());
    }

    private static async Task<FirewallArgs> FirewallAsync() => (await ResourceGraph.OfAsync(() =>
        _ = new NodeFirewall("firewall", "lhd-test", "lhd-test-node", [Cidr.Parse("203.0.113.7/32")], CloudflareRanges.All))).Args<FirewallArgs>("firewall-rules");

    private static async Task<IReadOnlyList<string>> InboundAsync()
    {
        var told = new List<string>();
        foreach (var rule in await (await FirewallAsync()).InboundRules.ValuesAsync())
        {
            var sources = await rule.SourceAddresses.ValuesAsync();
            var tags = await rule.SourceTags.ValuesAsync();
            told.Add($"{await PortAsync(rule.Protocol, rule.PortRange)} from {string.Join(' ', sources.Concat(tags.Select(tag => $"tag {tag}")))}");
        }

        return told;
    }

    private static async Task<string> PortAsync(Input<string> protocol, Input<string>? port) =>
        port is null ? await protocol.ValueAsync() : $"{await protocol.ValueAsync()} {await port.ValueAsync()}";
}
