namespace Infra.Tests.Services;

/// <summary>Files that are gone after the test.</summary>
internal sealed class TemporaryFiles : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lhd-");
    private int _count;

    /// <summary>Writes a file and returns its path.</summary>
    public string Write(string content)
    {
        var path = Path.Combine(_folder.FullName, $"file-{_count++}");
        File.WriteAllText(path, content);
        return path;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
