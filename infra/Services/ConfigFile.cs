namespace Infra.Services;

/// <summary>A configuration file of a container, shipped as a swarm config. Anyone with access to the engine reads it: never a secret.</summary>
/// <param name="Name">Short name, unique within the service, such as <c>traefik-static</c>.</param>
/// <param name="Path">Absolute path in the container.</param>
/// <param name="Content">The whole text; at most 500 KB, the engine's limit.</param>
public sealed record ConfigFile(string Name, string Path, string Content)
{
    /// <summary>Numeric owner of the file.</summary>
    public string Uid { get; init; } = "0";

    /// <summary>Numeric group of the file.</summary>
    public string Gid { get; init; } = "0";

    /// <summary>Mode of the file; readable to every process of the container when not said.</summary>
    public UnixFileMode Mode { get; init; } = ServiceDefaults.FileMode;
}
