using Infra.Settings;
using Pulumi;
using Pulumi.Command.Remote.Inputs;

namespace Infra.Compute;

/// <summary>
/// Hosts that exist already as nodes. Nothing of them is a resource but what is done on them: Docker is checked, or installed, and the
/// directories for data are made. Who logs in is the running user's ssh-agent's affair, as it is for the docker provider.
/// </summary>
public sealed class ExistingHosts : ComponentResource
{
    /// <summary>Describes the hosts, and declares the directories on the one that holds the data.</summary>
    /// <param name="name">Name of the component.</param>
    /// <param name="settings">The hosts, and which of them holds data and which is the edge.</param>
    /// <param name="directories">Directories for data, one for each service that keeps some.</param>
    /// <param name="options">Options of the component.</param>
    public ExistingHosts(string name, NodeSettings settings, IReadOnlyList<DataDirectory> directories, ComponentResourceOptions? options = null)
        : base("lhd:compute:ExistingHosts", name, options)
    {
        All = [.. settings.Names.Select(node => Describe(settings.Hosts.Single(host => host.Name == node), settings))];
        var ready = NodeCommand.On(Data, $"{name}-ready", new(Data.ReadyScript), this);
        DataReady = NodeCommand.On(Data, $"{name}-data", new(HostScripts.DataDirectories(directories)), this, ready.Resource).Resource;
        RegisterOutputs();
    }

    /// <summary>The nodes, managers first.</summary>
    public IReadOnlyList<Node> All { get; }

    /// <summary>Done when the directories for data are there.</summary>
    public Resource DataReady { get; }

    /// <summary>Where the public names lead to.</summary>
    public Output<string> EdgeAddress => All.Single(node => node.IsEdge).Address;

    private Node Data => All.Single(node => node.HoldsData);

    private static Node Describe(HostSettings host, NodeSettings settings)
    {
        var connection = new ConnectionArgs
        {
            Host = host.Address,
            Port = host.Port,
            User = host.User,
            HostKey = host.HostKey.ToString(),
            DialErrorLimit = 10,
            PerDialTimeout = 15,
        };
        return new(host.Name, Output.Create(host.Address), Output.Create(host.PrivateAddress), connection, Output.Create(host.HostKey.ToString()), Host: null)
        {
            User = host.User,
            Port = host.Port,
            ReadyScript = HostScripts.Ready(host.HostName),
            Labels = host.Labels,
            HoldsData = host.Name == settings.DataNode,
            IsEdge = host.Name == settings.EdgeNode,
        };
    }
}
