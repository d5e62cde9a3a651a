using Infra.Monitoring;

namespace Monitoring.Tests;

/// <summary>The emitted files on disk, under the names of their configs. Paths in the containers become paths in the folder.</summary>
public sealed class EmittedFolder : IDisposable
{
    public EmittedFolder(IReadOnlyDictionary<string, string> configs)
    {
        foreach (var (name, text) in configs)
            File.WriteAllText(PathOf(name), Relocate(text));
    }

    public string Root { get; } = Directory.CreateTempSubdirectory("monitoring-").FullName;

    public string PathOf(string config) => Path.Combine(Root, config);

    public string Relocate(string text) => text
        .Replace(PrometheusConfig.RulesPath, PathOf("prometheus-alert-rules"), StringComparison.Ordinal)
        .Replace("/run/secrets/", Root + "/", StringComparison.Ordinal);

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
