namespace Infra.Settings;

/// <summary>Paths of a node that a declared service may mount: not those with the engine's own state, which is control over every container.</summary>
public static class HostPaths
{
    /// <summary>What to write.</summary>
    public const string Expected = "write a folder of the node for this service alone, e.g. /srv/web, or use a volume";

    /// <summary>
    /// The Docker Engine's and containerd's data, state, sockets and configuration (docs.docker.com/reference/cli/dockerd,
    /// github.com/containerd/containerd/blob/main/docs/ops.md), where logins are kept, and other processes' view of the file system.
    /// </summary>
    private static readonly string[] Kept =
    [
        "/var/lib/docker", "/var/lib/containerd", "/run/docker", "/run/docker.sock", "/run/containerd", "/etc", "/home", "/proc", "/root",
    ];

    /// <summary>Reads a path.</summary>
    /// <exception cref="FormatException">The text is no absolute path, or what is there belongs to the engine or the system.</exception>
    public static string Parse(string text)
    {
        var path = Path.GetFullPath(Paths.Parse(text));
        var real = path.StartsWith("/var/run", StringComparison.Ordinal) ? path[4..] : path;
        return Array.Find(Kept, kept => IsBelow(real, kept) || IsBelow(kept, real)) is { } taken
            ? throw new FormatException($"'{text}' shows the service {taken}, which belongs to the node's engine or system")
            : path;
    }

    private static bool IsBelow(string path, string folder) => $"{path.TrimEnd('/')}/".StartsWith($"{folder.TrimEnd('/')}/", StringComparison.Ordinal);
}
