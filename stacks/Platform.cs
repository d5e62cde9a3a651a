using Infra.Certificates;
using Infra.Compute;
using Infra.Dns;
using Infra.Networking;
using Infra.Services;
using Infra.Services.Catalogue;
using Infra.Settings;
using Infra.Swarm;
using Pulumi;

namespace Stacks;

/// <summary>The whole of an environment, part by part, in the order in which they are made.</summary>
public sealed class Platform
{
    private static readonly DataDirectory[] DataDirectories = [Postgres.Directory];

    /// <summary>Declares everything.</summary>
    public Platform(string environment, EnvironmentTraits traits, EnvironmentSettings settings, IReadOnlyList<ServiceSpec> services)
    {
        var (domain, nodeSettings) = (settings.Domain, settings.Nodes);
        var publicNames = PlannedServices.PublicNames(settings, services);

        var identity = new SshIdentity("identity", environment, nodeSettings.SshPublicKeys);
        var network = new PrivateNetwork("network", environment, nodeSettings);
        var firewall = new NodeFirewall("firewall", environment, network.NodeTag, nodeSettings.AdminCidrs);
        var nodes = new SwarmNodes("nodes", new(environment, nodeSettings, network, identity, firewall, traits.ProtectData));
        var volume = new DataVolume("data", new(
            environment, nodeSettings.Region, nodeSettings.DataVolumeSize, nodes.Data, DataDirectories, traits.ProtectData));
        var address = new PublicAddress("address", nodeSettings.Region, nodes.Edge, traits.ProtectData);
        _ = new AccountProject("project", environment, traits.Stage, [.. nodes.DropletUrns, volume.VolumeUrn, address.AddressUrn]);

        _ = new PublicRecords("records", domain, address.Address, publicNames);
        if (domain.OwnsZone)
            _ = new ZoneHttps("zone", domain.ZoneId);
        var certificate = new OriginCertificate("certificate", domain.Domain, publicNames.Select(domain.Host));

        var cluster = new SwarmCluster("cluster", nodes.All, settings.Registry);

        var application = new Application(settings, services, new(nodes, volume, certificate, cluster));

        Urls = publicNames.ToDictionary(name => name, name => $"{(settings.Traffic.Https ? "https" : "http")}://{domain.Host(name)}");
        Passwords = application.Passwords;
        Address = address.Address;
        Nodes = Output.All(nodes.All.Select(node => node.Address.Apply(text => (node.Name, Address: text))))
            .Apply(all => all.ToDictionary(node => node.Name.ToString(), node => node.Address));
        SshCommand = Output.Format($"ssh {NodeUser.Name}@{cluster.Manager.Address}");
    }

    /// <summary>Public URLs by service.</summary>
    public IReadOnlyDictionary<string, string> Urls { get; }

    /// <summary>What people log in with: the dashboard user, Grafana's administrator, Hasura's admin secret.</summary>
    public IReadOnlyDictionary<string, Output<string>> Passwords { get; }

    /// <summary>The public address.</summary>
    public Output<string> Address { get; }

    /// <summary>Addresses for SSH by node.</summary>
    public Output<Dictionary<string, string>> Nodes { get; }

    /// <summary>How to log in on the first manager.</summary>
    public Output<string> SshCommand { get; }
}
