using Infra.Settings;
using Pulumi;
using Pulumi.Command.Remote.Inputs;

namespace Infra.Compute;

/// <summary>
/// A machine of the environment, whatever made it: a droplet here, perhaps a host that existed before. What runs on nodes knows no more.
/// </summary>
/// <param name="Name">Role and number; its host name ends with it.</param>
/// <param name="Address">Address for SSH.</param>
/// <param name="PrivateAddress">Address on the network that the nodes share.</param>
/// <param name="Connection">How a command is run on it; the private key in it is secret, the host's key is checked.</param>
/// <param name="HostKey">The host's public key in one line, for other SSH clients.</param>
/// <param name="Host">The machine as a resource; what is on it goes when it goes, and is made anew when it is replaced.</param>
public sealed record Node(
    NodeName Name,
    Output<string> Address,
    Output<string> PrivateAddress,
    ConnectionArgs Connection,
    Output<string> HostKey,
    CustomResource Host)
{
    /// <summary>Whether the data volume is mounted on it.</summary>
    public bool HoldsData { get; init; }

    /// <summary>Whether the public address leads to it.</summary>
    public bool IsEdge { get; init; }
}
