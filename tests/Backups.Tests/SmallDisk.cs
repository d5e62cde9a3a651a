using Tests.Support;

namespace Backups.Tests;

/// <summary>A file system of a few MiB, in memory. Mounting takes root, who CI is.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lhd-disk-").FullName;

    private SmallDisk()
    {
    }

    /// <summary>The variable that makes a restore use it.</summary>
    public IReadOnlyDictionary<string, string> AsDataMount => new Dictionary<string, string> { ["DATA_MOUNT"] = _folder };

    public static async Task<SmallDisk> OfAsync(int mebibytes)
    {
        var disk = new SmallDisk();
        await Tool.AcceptAsync("mount", "", "-t", "tmpfs", "-o", $"size={mebibytes}m,mode=0777", "tmpfs", disk._folder);
        return disk;
    }

    public void Dispose()
    {
        Tool.RunAsync("umount", "--lazy", _folder).GetAwaiter().GetResult();
        Directory.Delete(_folder, recursive: true);
    }
}
