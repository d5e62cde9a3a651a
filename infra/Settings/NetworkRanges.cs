namespace Infra.Settings;

/// <summary>
/// The private ranges that Docker takes for itself on every node. They are stated, because its defaults (all of 10.0.0.0/8 for overlays)
/// overlap the private network of the nodes, and traffic between the nodes would then vanish into a container network.
/// </summary>
public static class NetworkRanges
{
    /// <summary>Bridge networks of one node, <c>docker_gwbridge</c> among them; each takes a /24.</summary>
    public static Cidr Bridges { get; } = Cidr.Parse("172.20.0.0/16");

    /// <summary>Overlay networks of the swarm; each takes a /24.</summary>
    public static Cidr Overlays { get; } = Cidr.Parse("172.24.0.0/14");

    /// <summary>Where a Docker Engine puts its default bridge, docker0, before it has read its configuration (docs.docker.com/engine/network/drivers/bridge).</summary>
    public static Cidr DefaultBridge { get; } = Cidr.Parse("172.17.0.0/16");

    /// <summary>Ranges that DigitalOcean keeps for itself in every VPC (docs.digitalocean.com/products/networking/vpc/details/limits).</summary>
    public static IReadOnlyList<Cidr> ReservedByDigitalOcean { get; } =
        [Cidr.Parse("10.244.0.0/16"), Cidr.Parse("10.245.0.0/16"), Cidr.Parse("10.246.0.0/24"), Cidr.Parse("10.229.0.0/16")];

    /// <summary>Private ranges of RFC 1918.</summary>
    public static IReadOnlyList<Cidr> Private { get; } = [Cidr.Parse("10.0.0.0/8"), Cidr.Parse("172.16.0.0/12"), Cidr.Parse("192.168.0.0/16")];
}
