using Infra.Services;
using Pulumi;
using Pulumi.Docker;

namespace Infra.Swarm;

/// <summary>The overlay networks of an environment. Services refer to them by id, because a name would make the provider replace them at every update.</summary>
public sealed class OverlayNetworks : ComponentResource
{
    /// <summary>Declares the networks.</summary>
    /// <param name="name">Name of the component.</param>
    /// <param name="networks">The networks that services are on.</param>
    /// <param name="encrypted">Whether traffic on them is encrypted.</param>
    /// <param name="inside">Options of what lives in the swarm.</param>
    /// <param name="options">Options of the component.</param>
    public OverlayNetworks(string name, IEnumerable<OverlayNetwork> networks, bool encrypted, InsideSwarm inside, ComponentResourceOptions? options = null)
        : base("lhd:swarm:OverlayNetworks", name, options)
    {
        Ids = networks.Distinct().Order().ToDictionary(network => network, network => Declare(name, network, encrypted, inside).Id);
        RegisterOutputs();
    }

    /// <summary>Each network's id.</summary>
    public IReadOnlyDictionary<OverlayNetwork, Output<string>> Ids { get; }

    private Network Declare(string name, OverlayNetwork network, bool encrypted, InsideSwarm inside)
    {
        var options = inside(this);
        options.DeleteBeforeReplace = false;
        return new($"{name}-{network.ToString().ToLowerInvariant()}", new()
        {
            Name = NetworkNames.Of(network, encrypted),
            Driver = "overlay",
            Attachable = false,
            Internal = IsInternal(network),
            Options = encrypted ? new InputMap<string> { ["encrypted"] = "true" } : [],
        }, options);
    }

    /// <summary>
    /// Nothing on an internal network reaches the world over it. The data network is attachable to one-off tasks only through the services
    /// on it; the edge is open, because applications on it call other people's services.
    /// </summary>
    private static bool IsInternal(OverlayNetwork network) => network is OverlayNetwork.Data or OverlayNetwork.Socket or OverlayNetwork.Agent;
}
