using Infra.Settings;
using Pulumi;
using Pulumi.DigitalOcean;
using Pulumi.DigitalOcean.Inputs;

namespace Infra.Networking;

/// <summary>
/// Who may reach a node: the admin networks by SSH, Cloudflare (or, without it, everybody) by HTTP and HTTPS, the nodes each other. It is DigitalOcean's firewall in front
/// of the machine, since Docker opens the ports it publishes in the machine's own. It is bound to the nodes' tag and declared before any of
/// them, so that no node is ever without it.
/// </summary>
public sealed class NodeFirewall : ComponentResource
{
    private static readonly string[] Anywhere = ["0.0.0.0/0", "::/0"];

    /// <summary>Declares the firewall.</summary>
    /// <param name="name">Name of the component.</param>
    /// <param name="firewallName">Name of the firewall in the DigitalOcean account.</param>
    /// <param name="nodeTag">Tag of the nodes.</param>
    /// <param name="adminCidrs">Networks from which SSH is allowed.</param>
    /// <param name="webCidrs">Networks from which HTTP and HTTPS are allowed.</param>
    /// <param name="options">Options of the component.</param>
    public NodeFirewall(
        string name,
        string firewallName,
        Input<string> nodeTag,
        IReadOnlyList<Cidr> adminCidrs,
        IReadOnlyList<Cidr> webCidrs,
        ComponentResourceOptions? options = null)
        : base("lhd:networking:NodeFirewall", name, options)
    {
        _ = new Firewall($"{name}-rules", new()
        {
            Name = firewallName,
            Tags = { nodeTag },
            InboundRules = Inbound(nodeTag, adminCidrs, webCidrs).ToList(),
            OutboundRules = Outbound().ToList(),
        }, new() { Parent = this });

        RegisterOutputs();
    }

    private static IEnumerable<FirewallInboundRuleArgs> Inbound(Input<string> nodeTag, IReadOnlyList<Cidr> adminCidrs, IReadOnlyList<Cidr> webCidrs) =>
    [
        From(adminCidrs, 22),
        From(webCidrs, 80),
        From(webCidrs, 443),
        .. SwarmPorts.All.Select(port => new FirewallInboundRuleArgs
        {
            Protocol = port.Protocol,
            PortRange = $"{port.Port}",
            SourceTags = { nodeTag },
        }),
        new() { Protocol = "icmp", SourceTags = { nodeTag } },
    ];

    /// <summary>A firewall without outbound rules lets nothing out, not even to the package repositories.</summary>
    private static IEnumerable<FirewallOutboundRuleArgs> Outbound() =>
    [
        new() { Protocol = "tcp", PortRange = "1-65535", DestinationAddresses = Anywhere },
        new() { Protocol = "udp", PortRange = "1-65535", DestinationAddresses = Anywhere },
        new() { Protocol = "icmp", DestinationAddresses = Anywhere },
    ];

    private static FirewallInboundRuleArgs From(IReadOnlyList<Cidr> sources, int port) => new()
    {
        Protocol = "tcp",
        PortRange = $"{port}",
        SourceAddresses = sources.Select(source => source.ToString()).ToList(),
    };
}
