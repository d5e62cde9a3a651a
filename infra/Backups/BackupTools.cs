using Infra.Compute;
using Pulumi;

namespace Infra.Backups;

/// <summary>What backups need on the nodes: restic where the data are, and the operators' command where the swarm is managed.</summary>
public sealed class BackupTools : ComponentResource
{
    /// <summary>Declares the tools.</summary>
    /// <param name="name">Name of the component.</param>
    /// <param name="data">The node that holds the data volume.</param>
    /// <param name="manager">The node through which the swarm is managed.</param>
    /// <param name="options">Options of the component.</param>
    public BackupTools(string name, Node data, Node manager, ComponentResourceOptions? options = null)
        : base("lhd:backups:BackupTools", name, options)
    {
        Restic = NodeCommand.On(data, $"{name}-restic", new(ResticTool.Script), this).Resource;
        Command = NodeCommand.On(manager, $"{name}-command", new(OperatorCommand.Install), this).Resource;
        RegisterOutputs();
    }

    /// <summary>Done when the services can mount restic.</summary>
    public Resource Restic { get; }

    /// <summary>Done when operators, and what must not happen without a backup, can say <c>lhd-backups</c> on the manager.</summary>
    public Resource Command { get; }
}
