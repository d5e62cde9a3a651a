using Infra.Settings;
using Pulumi;
using Pulumi.DigitalOcean;

namespace Infra.Compute;

/// <summary>What makes machines the nodes of one environment: the private network they share, and the tag that the firewall is bound to.</summary>
public sealed class PrivateNetwork : ComponentResource
{
    /// <summary>Declares network and tag.</summary>
    /// <param name="name">Name of the component.</param>
    /// <param name="environment">Name of the environment, with which everything in the account is named.</param>
    /// <param name="nodes">Region and range.</param>
    /// <param name="options">Options of the component.</param>
    public PrivateNetwork(string name, string environment, NodeSettings nodes, ComponentResourceOptions? options = null)
        : base("lhd:compute:PrivateNetwork", name, options)
    {
        var vpc = new Vpc($"{name}-vpc", new()
        {
            Name = environment,
            Region = nodes.Region,
            IpRange = nodes.PrivateRange.ToString(),
        }, new() { Parent = this });
        var tag = new Tag($"{name}-tag", new() { Name = $"{environment}-node" }, new() { Parent = this });

        VpcId = vpc.Id;
        NodeTag = tag.Name;
        RegisterOutputs();
    }

    /// <summary>Id of the private network.</summary>
    public Output<string> VpcId { get; }

    /// <summary>The tag that every node carries, and nothing else.</summary>
    public Output<string> NodeTag { get; }
}
