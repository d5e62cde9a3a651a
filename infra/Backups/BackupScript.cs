namespace Infra.Backups;

/// <summary>
/// Pure: the one script of backups and restores, for bash, which the official PostgreSQL image has. What differs between environments
/// comes to it as variables and files, so its text is always the same.
/// </summary>
public static class BackupScript
{
    /// <summary>Path of the script in the container.</summary>
    public const string Path = "/etc/lhd/lhd-backups.sh";

    private const string Head = """
        #!/bin/bash
        # Backups of PostgreSQL, and the ways back: docs/backups.md.
        set -Eeuo pipefail

        """;

    /// <summary>The parts in the order in which each needs those before it; the last one runs what was asked for.</summary>
    private static readonly string[] Parts =
    [
        "report", "storage", "cluster", "wal", "base", "verify", "retention", "server", "recovery", "replay", "adopt", "restore", "activate",
        "load", "drill", "compare", "upgrade", "schedule", "command",
    ];

    /// <summary>The whole text.</summary>
    public static string Text { get; } = $"{Head}{string.Concat(Parts.Select(Part))}";

    /// <summary>Without the first line, which tells the linter which shell a part is for.</summary>
    private static string Part(string name)
    {
        var text = EmbeddedScript.Read(name);
        return text[text.IndexOf('\n', StringComparison.Ordinal)..];
    }
}
