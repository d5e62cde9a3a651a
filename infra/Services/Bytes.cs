namespace Infra.Services;

/// <summary>Sizes as the docker package carries them: 32-bit numbers of bytes.</summary>
internal static class Bytes
{
    /// <summary>Mode of an in-memory file system: anybody may write, only the owner of a file may delete it (1777).</summary>
    public const UnixFileMode AnybodyMayWrite = (UnixFileMode)0x3ff;

    /// <summary>As many bytes as the package's type can carry.</summary>
    public static int OfMiB(int mebibytes) => (int)Math.Min(mebibytes * 1024L * 1024, int.MaxValue);
}
