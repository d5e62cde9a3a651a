using Infra.Compute;
using Pulumi;

namespace Infra.Backups;

/// <summary>
/// A backup that must have succeeded before something that could lose data: whatever depends on <see cref="Taken"/> waits for it, and does not
/// happen when it fails. The preview shows it as a step, with the reason.
/// </summary>
public sealed class BackupBefore : ComponentResource
{
    /// <summary>Declares the backup.</summary>
    /// <param name="name">Name of the component.</param>
    /// <param name="manager">The node through which the swarm is managed.</param>
    /// <param name="tools">The tools on it.</param>
    /// <param name="change">What is about to happen, in one line, such as <c>Postgres becomes postgres:18.7-bookworm</c>. Another text means another backup.</param>
    /// <param name="options">Options of the component.</param>
    public BackupBefore(string name, Node manager, BackupTools tools, string change, ComponentResourceOptions? options = null)
        : base("lhd:backups:BackupBefore", name, options)
    {
        Taken = NodeCommand.On(manager, $"{name}-taken", new(Script(change)), this, tools.Command).Resource;
        RegisterOutputs();
    }

    /// <summary>Done when the backup has been verified.</summary>
    public Resource Taken { get; }

    /// <summary>Pure: the script, for a user who may use Docker. An environment that is only being made has nothing to back up yet.</summary>
    public static string Script(string change) => $"""
        set -eu
        # before: {change.ReplaceLineEndings(" ")}
        if ! docker service inspect {BackupNames.Jobs} >/dev/null 2>&1; then
          echo 'there is no database yet that could be backed up'
          exit 0
        fi
        exec {OperatorCommand.Path} backup

        """;
}
