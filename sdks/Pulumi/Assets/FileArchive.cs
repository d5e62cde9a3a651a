namespace Pulumi;

/// <summary>A folder, .tar, .tar.gz or .zip on this machine.</summary>
/// <param name="path">Path of the folder or file; the engine reads it.</param>
public sealed class FileArchive(string path) : Archive("path", path)
{
}
