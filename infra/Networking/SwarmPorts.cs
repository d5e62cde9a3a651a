namespace Infra.Networking;

/// <summary>A port that nodes open to each other.</summary>
/// <param name="Protocol"><c>tcp</c> or <c>udp</c>.</param>
/// <param name="Port">Number.</param>
public sealed record SwarmPort(string Protocol, int Port);

/// <summary>The ports of Docker's swarm mode (docs.docker.com/engine/swarm/swarm-tutorial).</summary>
public static class SwarmPorts
{
    /// <summary>Managing the swarm.</summary>
    public static SwarmPort Management { get; } = new("tcp", 2377);

    /// <summary>All of them: management, gossip between the nodes, and the overlay networks' traffic (VXLAN).</summary>
    public static IReadOnlyList<SwarmPort> All { get; } = [Management, new("tcp", 7946), new("udp", 7946), new("udp", 4789)];
}
