using Infra.Compute;
using Pulumi;

namespace Stacks;

/// <summary>What the swarm of an environment stands on, whatever it is made of.</summary>
/// <param name="Nodes">The machines, managers first.</param>
/// <param name="DataReady">Done when the directories for data are there.</param>
/// <param name="PublicAddress">The address that the public names lead to.</param>
public sealed record Foundation(IReadOnlyList<Node> Nodes, Resource DataReady, Output<string> PublicAddress)
{
    /// <summary>The node that holds the data.</summary>
    public Node Data => Nodes.Single(node => node.HoldsData);
}
