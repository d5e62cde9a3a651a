namespace Infra.Settings;

/// <summary>What a memory limit may be.</summary>
public static class MemoryBounds
{
    /// <summary>The least that the Docker Engine accepts for a container, in MiB.</summary>
    public const int MinimumMiB = 6;

    /// <summary>One TiB, more than any node has.</summary>
    public const int MaximumMiB = 1024 * 1024;
}
