using Infra.Compute;
using Infra.Settings;
using Pulumi;

namespace Infra.Swarm;

/// <summary>
/// A Docker Swarm on nodes: made on the first manager, joined by the others, labelled. Offers the docker provider, whose host is known only
/// when that manager's first boot is done and the swarm exists, so that nothing connects to a machine that is not ready.
/// </summary>
public sealed class SwarmCluster : ComponentResource
{
    private readonly string _name;

    /// <summary>Declares the swarm.</summary>
    /// <param name="name">Name of the component.</param>
    /// <param name="nodes">The nodes, managers first.</param>
    /// <param name="registry">Where the services' images come from.</param>
    /// <param name="options">Options of the component.</param>
    public SwarmCluster(string name, IReadOnlyList<Node> nodes, RegistrySettings registry, ComponentResourceOptions? options = null)
        : base("lhd:swarm:SwarmCluster", name, options)
    {
        _name = name;
        Manager = nodes[0];
        var init = Init();
        var members = nodes.Select(node => node == Manager ? Label(node, NodeId(init), null) : Join(node, init)).ToList();
        var formed = NodeCommand.On(Manager, $"{name}-formed", new(SwarmCommands.AwaitNodes(nodes.Count)), this, DependsOn(members));

        ClusterId = init.Stdout.Apply(text => text.Split('\n')[0]);
        Docker = Provider(registry);
        Formed = formed.Resource;
        RegisterOutputs();
    }

    /// <summary>The manager on which the swarm was made, and through which it is managed.</summary>
    public Node Manager { get; }

    /// <summary>The swarm's id. Another id is another swarm, on which nothing of the old one exists.</summary>
    public Output<string> ClusterId { get; }

    /// <summary>The docker provider for everything in the swarm.</summary>
    public Pulumi.Docker.Provider Docker { get; }

    /// <summary>Done when every node is a ready member with its labels.</summary>
    public Resource Formed { get; }

    /// <summary>
    /// Options for a resource in the swarm: made through <see cref="Docker"/> when all nodes are there, and forgotten, not deleted one by one,
    /// when the manager's machine is deleted.
    /// </summary>
    public CustomResourceOptions Inside(Resource parent) => new()
    {
        Parent = parent,
        Provider = Docker,
        DependsOn = Formed,
        DeletedWith = Manager.Host,
    };

    private NodeScript Init()
    {
        var ready = NodeCommand.On(Manager, $"{_name}-ready-{Manager.Name}", new(Manager.ReadyScript), this);
        return NodeCommand.On(Manager, $"{_name}-init", new(SwarmCommands.Init) { Stdin = Manager.PrivateAddress, OnDelete = Manager.Host is null ? (Input<string>)SwarmCommands.Dissolve : null }, this, ready.Resource);
    }

    /// <summary>The token is read when the node joins, so that tokens may be rotated at any other time.</summary>
    private NodeScript Join(Node node, NodeScript init)
    {
        var ready = NodeCommand.On(node, $"{_name}-ready-{node.Name}", new(node.ReadyScript), this);
        var token = NodeCommand.On(
            Manager,
            $"{_name}-token-{node.Name}",
            new(SwarmCommands.JoinToken(node.Name.Role)) { PrintsSecret = true, About = node },
            this,
            init.Resource);
        var input = Output.Tuple(node.PrivateAddress, Manager.PrivateAddress, token.Stdout)
            .Apply(known => SwarmCommands.JoinInput(known.Item1, known.Item2, known.Item3));
        var join = NodeCommand.On(
            node,
            $"{_name}-join-{node.Name}",
            new(SwarmCommands.Join) { Stdin = input, OnDelete = SwarmCommands.Leave },
            this,
            DependsOn([ready, token]));
        return Label(node, NodeId(join), node);
    }

    private NodeScript Label(Node node, Output<string> id, Node? leaving)
    {
        string[] labels = [.. node.HoldsData ? [NodeLabels.Data] : Array.Empty<string>(), .. node.IsEdge ? [NodeLabels.Edge] : Array.Empty<string>()];
        return NodeCommand.On(
            Manager,
            $"{_name}-label-{node.Name}",
            new(SwarmCommands.Label(labels, node.Labels))
            {
                Stdin = id,
                OnDelete = leaving is null ? null : (Input<string>)SwarmCommands.Remove,
                About = leaving,
            },
            this);
    }

    private Pulumi.Docker.Provider Provider(RegistrySettings registry) => new($"{_name}-docker", new()
    {
        // Without a host it is the engine of the machine that the program runs on, as the Docker command line finds it.
        Host = Manager.Connection is null ? null : (Input<string>)Output.Tuple(ClusterId, Manager.Address).Apply(known => DockerHost(Manager, known.Item2)),
        SshOpts = Manager.Connection is null ? [] : Manager.HostKey.Apply(SshOptions.Checking),
        RegistryAuth = RegistryLogin.For(registry),
    }, new() { Parent = this, DeletedWith = Manager.Host });

    private static string DockerHost(Node manager, string address) => $"ssh://{manager.User}@{address}{(manager.Port == 22 ? "" : $":{manager.Port}")}";

    /// <summary>Both scripts print the id of what they made or found as their last line.</summary>
    private static Output<string> NodeId(NodeScript command) => command.Stdout.Apply(text => text.Trim().Split('\n')[^1]);

    private static InputList<Resource> DependsOn(IEnumerable<NodeScript> scripts) => scripts.Select(script => (Resource)script.Resource).ToArray();
}
