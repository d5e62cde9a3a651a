using Infra.Compute;
using Infra.Databases;
using Infra.Networking;
using Infra.Settings;
using Pulumi;

namespace Stacks;

/// <summary>Everything of an environment that is in the DigitalOcean account.</summary>
public static class DropletFoundation
{
    /// <summary>Declares the droplets and what is around them.</summary>
    public static Foundation Declare(string environment, EnvironmentTraits traits, EnvironmentSettings settings, IReadOnlyList<DataDirectory> directories)
    {
        var nodeSettings = settings.Nodes;
        var identity = new SshIdentity("identity", environment, nodeSettings.SshPublicKeys);
        var network = new PrivateNetwork("network", environment, nodeSettings);
        var firewall = new NodeFirewall("firewall", environment, network.NodeTag, nodeSettings.AdminCidrs, WebCidrs(settings.Domain));
        var nodes = new SwarmNodes("nodes", new(environment, nodeSettings, network, identity, firewall, traits.ProtectData));
        var volume = directories.Count == 0 ? null : new DataVolume("data", new(
            environment, nodeSettings.Region, nodeSettings.DataVolumeSize, nodes.Data, directories, traits.ProtectData));
        var postgres = settings.Postgres.Managed is null ? null : new ManagedPostgres("postgres", new(
            environment, nodeSettings.Region, settings.Postgres, settings.Secrets, network.VpcId, network.NodeTag, traits.ProtectData));
        var address = new PublicAddress("address", nodeSettings.Region, nodes.Edge, traits.ProtectData);
        _ = new AccountProject("project", environment, traits.Stage,
            [.. nodes.DropletUrns, .. new[] { volume?.VolumeUrn, postgres?.ClusterUrn }.OfType<Output<string>>(), address.AddressUrn]);
        return new(nodes.All, address.Address, volume is null ? _ => [] : Foundation.DataBefore(volume.Mounted)) { Postgres = postgres };
    }

    /// <summary>Cloudflare alone when it is in front; everybody otherwise, as there is nothing else for clients to talk to.</summary>
    private static IReadOnlyList<Cidr> WebCidrs(DomainSettings domain) => domain.Dns == DnsProvider.Cloudflare
        ? CloudflareRanges.All
        : [Cidr.Parse("0.0.0.0/0"), Cidr.Parse("::/0")];
}
