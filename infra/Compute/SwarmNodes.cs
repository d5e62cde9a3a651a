using Infra.Settings;
using Pulumi;
using Pulumi.Command.Remote.Inputs;
using Pulumi.DigitalOcean;
using Pulumi.Tls;

namespace Infra.Compute;

/// <summary>What the nodes need besides their own settings.</summary>
/// <param name="Environment">Name of the environment, with which everything in the account is named.</param>
/// <param name="Nodes">How many, how big, where.</param>
/// <param name="Network">The network and tag that they share.</param>
/// <param name="Identity">Who may log in.</param>
/// <param name="Firewall">What guards them; it exists before the first of them.</param>
/// <param name="ProtectData">Whether the node that holds data is protected from deletion.</param>
public sealed record SwarmNodesArgs(
    string Environment,
    NodeSettings Nodes,
    PrivateNetwork Network,
    SshIdentity Identity,
    Resource Firewall,
    bool ProtectData);

/// <summary>The droplets of an environment: managers and workers, set up on their first boot and known by their host keys from before it.</summary>
public sealed class SwarmNodes : ComponentResource
{
    /// <summary>Declares the droplets.</summary>
    public SwarmNodes(string name, SwarmNodesArgs args, ComponentResourceOptions? options = null)
        : base("lhd:compute:SwarmNodes", name, options)
    {
        var declared = args.Nodes.Names.Select((node, index) => Declare($"{name}-{node}", node, index, args)).ToList();
        All = [.. declared.Select(pair => pair.node)];
        DropletUrns = [.. declared.Select(pair => pair.droplet.DropletUrn)];
        RegisterOutputs();
    }

    /// <summary>The nodes, managers first.</summary>
    public IReadOnlyList<Node> All { get; }

    /// <summary>What DigitalOcean calls the droplets, to put them into a project.</summary>
    public IReadOnlyList<Output<string>> DropletUrns { get; }

    /// <summary>The node that the data volume is attached to.</summary>
    public Node Data => All.Single(node => node.HoldsData);

    /// <summary>The node that has the public address.</summary>
    public Node Edge => All.Single(node => node.IsEdge);

    private (Node node, Droplet droplet) Declare(string name, NodeName node, int index, SwarmNodesArgs args)
    {
        var hostKey = new PrivateKey($"{name}-hostkey", new() { Algorithm = "ED25519" }, new() { Parent = this });
        var holdsData = node == args.Nodes.DataNode;
        var droplet = new Droplet(name, new()
        {
            Name = $"{args.Environment}-{node}",
            Region = args.Nodes.Region,
            Size = args.Nodes.Size,
            Image = args.Nodes.Image,
            VpcUuid = args.Network.VpcId,
            Tags = { args.Network.NodeTag },
            SshKeys = { args.Identity.RegisteredId },
            UserData = UserData(args.Identity, hostKey, RebootTime(index)),
            Monitoring = true,
            GracefulShutdown = true,
            ResizeDisk = false,
        }, new()
        {
            Parent = this,
            DependsOn = args.Firewall,
            // A change of any of these would replace a running node; it is configured by idempotent commands after its first boot.
            IgnoreChanges = ["userData", "image", "sshKeys"],
            Protect = args.ProtectData && holdsData,
        });
        return (Describe(node, droplet, hostKey, args) with { HoldsData = holdsData, IsEdge = node == args.Nodes.EdgeNode }, droplet);
    }

    private static Node Describe(NodeName name, Droplet droplet, PrivateKey hostKey, SwarmNodesArgs args)
    {
        var publicHostKey = hostKey.PublicKeyOpenssh.Apply(key => key.Trim());
        var connection = new ConnectionArgs
        {
            Host = droplet.Ipv4Address,
            User = NodeUser.Name,
            PrivateKey = args.Identity.PrivateKey,
            HostKey = publicHostKey,
            DialErrorLimit = 60,
            PerDialTimeout = 15,
        };
        return new(name, droplet.Ipv4Address, droplet.Ipv4AddressPrivate, connection, publicHostKey, droplet);
    }

    private static Output<string> UserData(SshIdentity identity, PrivateKey hostKey, TimeOnly rebootTime) =>
        Output.CreateSecret(Output.Tuple(identity.AuthorizedKeys, hostKey.PrivateKeyOpenssh, hostKey.PublicKeyOpenssh)
            .Apply(keys => CloudInit.Render(new(keys.Item1, keys.Item2, keys.Item3, rebootTime))));

    /// <summary>Ten minutes for each node from 02:00, so that no two managers are away at the same time.</summary>
    private static TimeOnly RebootTime(int index) => new TimeOnly(2, 0).AddMinutes(10 * index);
}
