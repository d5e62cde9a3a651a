using Infra.Settings;
using Pulumi;
using Pulumi.Command.Remote.Inputs;

namespace Infra.Compute;

/// <summary>
/// A machine of the environment, whatever made it: a droplet, a host that existed before, or the machine that the program runs on. What runs
/// on nodes knows no more.
/// </summary>
/// <param name="Name">Role and number; its host name ends with it.</param>
/// <param name="Address">Address for SSH.</param>
/// <param name="PrivateAddress">Address on the network that the nodes share.</param>
/// <param name="Connection">How a command is run on it over SSH, the host's key being checked; null for the machine that the program runs on.</param>
/// <param name="HostKey">The host's public key in one line, for other SSH clients.</param>
/// <param name="Host">
/// The machine as a resource of this stack; what is on it goes when it goes, and is made anew when it is replaced. Null for a machine that the
/// stack did not make and does not delete: what is on it is then deleted piece by piece.
/// </param>
public sealed record Node(
    NodeName Name,
    Output<string> Address,
    Output<string> PrivateAddress,
    ConnectionArgs? Connection,
    Output<string> HostKey,
    CustomResource? Host)
{
    /// <summary>The login name for SSH.</summary>
    public string User { get; init; } = NodeUser.Name;

    /// <summary>The port of SSH.</summary>
    public int Port { get; init; } = 22;

    /// <summary>An idempotent script that ends well when the node has a Docker Engine that <see cref="User"/> may use.</summary>
    public string ReadyScript { get; init; } = NodeSetup.AwaitFirstBoot;

    /// <summary>Swarm labels besides the platform's own.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    /// <summary>Another text for another machine of the same name.</summary>
    public Output<string> Identity => Host?.Id ?? Address;

    /// <summary>Whether data are kept on it.</summary>
    public bool HoldsData { get; init; }

    /// <summary>Whether the public address leads to it.</summary>
    public bool IsEdge { get; init; }
}
