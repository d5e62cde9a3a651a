using Infra.Compute;
using Infra.Databases;
using Infra.Services;
using Pulumi;

namespace Stacks;

/// <summary>What the swarm of an environment stands on, whatever it is made of.</summary>
/// <param name="Nodes">The machines, managers first.</param>
/// <param name="PublicAddress">The address that the public names lead to.</param>
/// <param name="Before">What must be done before a service, such as mounting the volume that it binds.</param>
public sealed record Foundation(IReadOnlyList<Node> Nodes, Output<string> PublicAddress, Func<ServiceSpec, IEnumerable<Resource>> Before)
{
    /// <summary>The managed database; null when Postgres is a service of the swarm.</summary>
    public ManagedPostgres? Postgres { get; init; }

    /// <summary>The node that holds the data.</summary>
    public Node Data => Nodes.Single(node => node.HoldsData);

    /// <summary>Whatever keeps data on a node waits until its directory is there.</summary>
    public static Func<ServiceSpec, IEnumerable<Resource>> DataBefore(Resource ready) => service =>
        service.Mounts.Any(mount => mount.Source.StartsWith(DataVolume.MountPoint, StringComparison.Ordinal)) ? [ready] : [];
}
