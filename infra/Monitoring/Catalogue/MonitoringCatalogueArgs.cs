using Infra.Services;
using Infra.Settings;

namespace Infra.Monitoring.Catalogue;

/// <summary>What the monitoring services depend on.</summary>
/// <param name="Settings">What is watched, and how much it may cost.</param>
/// <param name="Environment">The environment's name.</param>
/// <param name="Nodes">Every node of the swarm.</param>
/// <param name="Services">Every other service of the swarm.</param>
/// <param name="HostOf">The public host of a service.</param>
public sealed record MonitoringCatalogueArgs(
    MonitoringSettings Settings,
    string Environment,
    IReadOnlyList<WatchedNode> Nodes,
    IReadOnlyList<ServiceSpec> Services,
    Func<string, string> HostOf)
{
    /// <summary>Whether clients reach the public hosts over https.</summary>
    public bool Https { get; init; } = true;

    /// <summary>Whether traffic between services is encrypted, which is part of a network's name.</summary>
    public bool OverlayEncryption { get; init; }

    /// <summary>Whether there is a Slack URL; without one nobody is told.</summary>
    public bool HasSlackUrl { get; init; }

    /// <summary>Whether a backup reports its success.</summary>
    public bool HasBackups { get; init; }

    /// <summary>The database to watch; null when the environment has none.</summary>
    public WatchedDatabase? Database { get; init; }

    /// <summary>Scheme of the public hosts.</summary>
    public string Scheme => Https ? "https" : "http";

    /// <summary>Labels of a page: Traefik reaches it over the metrics network, so that no application does.</summary>
    public IReadOnlyDictionary<string, string> PageLabels => new Dictionary<string, string>
    {
        [TraefikLabels.Network] = NetworkNames.Of(OverlayNetwork.Metrics, OverlayEncryption),
    };

    /// <summary>Where alerts go; null for nowhere.</summary>
    public SlackSettings? Slack => HasSlackUrl ? new(Settings.SlackChannel, Settings.SlackUser) : null;
}

/// <summary>A database to watch.</summary>
/// <param name="Service">Service name of its server; null when the server is none of the swarm's.</param>
/// <param name="Name">Name of the database.</param>
/// <param name="User">The role that reads its statistics.</param>
public sealed record WatchedDatabase(string? Service, string Name, string User);
