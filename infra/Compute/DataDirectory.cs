namespace Infra.Compute;

/// <summary>A directory on the data volume.</summary>
/// <param name="Name">Its name, for one service.</param>
/// <param name="Owner">Number of the user, and of the group, that the service runs as.</param>
public sealed record DataDirectory(string Name, int Owner = 0)
{
    /// <summary>The directory's path on the node.</summary>
    public string Path => $"{DataVolume.MountPoint}/{Name}";
}
