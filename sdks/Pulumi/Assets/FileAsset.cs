namespace Pulumi;

/// <summary>A file on this machine.</summary>
/// <param name="path">Path of the file; the engine reads it.</param>
public sealed class FileAsset(string path) : Asset("path", path)
{
}
