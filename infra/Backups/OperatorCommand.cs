namespace Infra.Backups;

/// <summary>
/// Pure: the command <c>lhd-backups</c> on a manager. It has the swarm run one command of <see cref="BackupScript"/> in the service for jobs,
/// shows what that says, and ends as it ended. A restore is such a command, then a stop of Postgres, an exchange of directories, a start.
/// </summary>
public static class OperatorCommand
{
    /// <summary>Where it is on the node.</summary>
    public const string Path = "/usr/local/bin/lhd-backups";

    /// <summary>The command's text.</summary>
    public static string Text { get; } = EmbeddedScript.Read("operator");

    /// <summary>Puts it on a node, for a user who may use sudo.</summary>
    public static string Install => $"""
        set -eu
        sudo tee {Path}.new >/dev/null <<'END_OF_COMMAND'
        {Text}
        END_OF_COMMAND
        sudo chmod 0755 {Path}.new
        sudo mv {Path}.new {Path}

        """;
}
