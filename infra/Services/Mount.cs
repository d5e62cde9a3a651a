namespace Infra.Services;

/// <summary>A file system in a container. See https://docs.docker.com/engine/storage/.</summary>
/// <param name="Type">Where it comes from.</param>
/// <param name="Source">Path on the node, or volume name; empty for memory.</param>
/// <param name="Target">Absolute path in the container.</param>
public sealed record Mount(MountType Type, string Source, string Target)
{
    /// <summary>Whether the container cannot write to it.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>Size of an in-memory file system, in MiB.</summary>
    public int SizeMiB { get; init; }

    /// <summary>How mounts below it propagate, such as <c>rslave</c>; the engine's default when null. Bind mounts only.</summary>
    public string? Propagation { get; init; }

    /// <summary>A path of the node. It exists on that node only, so the service needs a placement constraint or global mode.</summary>
    public static Mount Bind(string source, string target, bool readOnly = false) =>
        new(MountType.Bind, source, target) { ReadOnly = readOnly };

    /// <summary>A named volume of the node that runs the task, made when it is first used.</summary>
    public static Mount Volume(string name, string target) => new(MountType.Volume, name, target);

    /// <summary>An in-memory file system of a given size in MiB.</summary>
    public static Mount Tmpfs(string target, int sizeMiB) => new(MountType.Tmpfs, string.Empty, target) { SizeMiB = sizeMiB };
}

/// <summary>Where a mount comes from.</summary>
public enum MountType
{
    /// <summary>A path of the node.</summary>
    Bind,

    /// <summary>A named volume.</summary>
    Volume,

    /// <summary>Memory.</summary>
    Tmpfs,
}
