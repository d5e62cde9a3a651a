using System.Collections.Immutable;
using Infra.Backups;
using Infra.Certificates;
using Infra.Compute;
using Infra.Dns;
using Infra.Services;
using Infra.Services.Catalogue;
using Infra.Settings;
using Infra.Swarm;
using Pulumi;

namespace Stacks;

/// <summary>The whole of an environment, part by part, in the order in which they are made.</summary>
public sealed class Platform
{
    /// <summary>What is kept on the data volume; with a managed database nothing, and there is none.</summary>
    private static DataDirectory[] DataDirectories(EnvironmentSettings settings) => settings.Postgres.Managed is null ? [Postgres.Directory, BackupService.Directory] : [];

    /// <summary>Declares everything.</summary>
    public Platform(string environment, EnvironmentTraits traits, EnvironmentSettings settings, IReadOnlyList<ServiceSpec> services)
    {
        var domain = settings.Domain;
        var publicNames = PlannedServices.PublicNames(settings, services);

        var foundation = Found(environment, traits, settings);
        if (domain.Dns == DnsProvider.Cloudflare)
            _ = new PublicRecords("records", domain, foundation.PublicAddress, publicNames);
        if (domain.OwnsZone)
            _ = new ZoneHttps("zone", domain.ZoneId);
        var certificate = Certificate(settings, [.. publicNames.Select(domain.Host)]);

        var cluster = new SwarmCluster("cluster", foundation.Nodes, settings.Registry);

        var backups = BackupService.IsOn(settings) ? new BackupStorage("backups", environment, settings, traits.ProtectData) : null;
        var application = new Application(settings, services, new(foundation, certificate, cluster, backups));

        Urls = publicNames.ToDictionary(name => name, name => $"{(settings.Traffic.Https ? "https" : "http")}://{domain.Host(name)}");
        Passwords = application.Passwords;
        Release = application.Release;
        Backups = backups?.Keep ?? new Dictionary<string, Output<string>>();
        Address = foundation.PublicAddress;
        Nodes = Output.All(foundation.Nodes.Select(node => node.Address.Apply(text => (node.Name, Address: text))))
            .Apply(all => all.ToDictionary(node => node.Name.ToString(), node => node.Address));
        SshCommand = SshTo(cluster.Manager);
        HostKey = cluster.Manager.HostKey;
    }

    private static Output<string> SshTo(Node manager) => manager switch
    {
        { Connection: null } => Output.Create(""),
        { Port: 22 } => Output.Format($"ssh {manager.User}@{manager.Address}"),
        _ => Output.Format($"ssh -p {manager.Port} {manager.User}@{manager.Address}"),
    };

    private static Foundation Found(string environment, EnvironmentTraits traits, EnvironmentSettings settings) => settings.Nodes.Provider switch
    {
        NodeProvider.Existing => ExistingFoundation.Declare(settings, DataDirectories(settings)),
        NodeProvider.Local => LocalFoundation.Declare(settings),
        _ => DropletFoundation.Declare(environment, traits, settings, DataDirectories(settings)),
    };

    private static ServedCertificate? Certificate(EnvironmentSettings settings, IReadOnlyList<HostName> hosts) => settings.Traffic switch
    {
        { HasCertificateSecrets: false } => null,
        { Certificate: CertificateAuthority.SelfSigned } => new SelfSignedCertificate("certificate", hosts).Served,
        _ => new OriginCertificate("certificate", settings.Domain.Domain, hosts).Served,
    };

    /// <summary>Public URLs by service.</summary>
    public IReadOnlyDictionary<string, string> Urls { get; }

    /// <summary>What people log in with: the dashboard user, Grafana's administrator, Hasura's admin secret.</summary>
    public IReadOnlyDictionary<string, Output<string>> Passwords { get; }

    /// <summary>What is deployed, since when, and from which commit.</summary>
    public Output<ImmutableDictionary<string, string>> Release { get; }

    /// <summary>What it takes to read the backups when everything else is gone; secret.</summary>
    public IReadOnlyDictionary<string, Output<string>> Backups { get; }

    /// <summary>The public address.</summary>
    public Output<string> Address { get; }

    /// <summary>Addresses for SSH by node.</summary>
    public Output<Dictionary<string, string>> Nodes { get; }

    /// <summary>How to log in on the first manager.</summary>
    public Output<string> SshCommand { get; }

    /// <summary>The first manager's public host key in one line.</summary>
    public Output<string> HostKey { get; }
}
