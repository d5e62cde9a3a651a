using System.Diagnostics;
using System.Text.Json;

namespace Sdks.Tests.OfficialPackages;

/// <summary>What MSBuild makes of a project, without building it.</summary>
internal sealed record Evaluation(IReadOnlyDictionary<string, Item[]> Items, IReadOnlyDictionary<string, string> Properties)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    public static string Repository { get; } = FindRepository(AppContext.BaseDirectory);

    public static async Task<Evaluation> OfAsync(string project, string sdk)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = Repository,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in (string[])
            [
                "msbuild", project, $"-p:PulumiSdk={sdk}", "-getItem:ProjectReference", "-getItem:PackageReference", "-getItem:PackageVersion",
                "-getProperty:ArtifactsPath", "-getProperty:CentralPackageTransitivePinningEnabled",
            ])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(Limit);
        var errors = process.StandardError.ReadToEndAsync(limit.Token);
        var output = await process.StandardOutput.ReadToEndAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);
        Assert.True(process.ExitCode == 0, output + await errors);
        return JsonSerializer.Deserialize<Evaluation>(output)!;
    }

    public IEnumerable<string> References(string sdk) => Items["ProjectReference"]
        .Select(item => Path.GetRelativePath(Repository, item.FullPath))
        .Where(path => path.StartsWith(sdk, StringComparison.Ordinal))
        .Order();

    private static string FindRepository(string start)
    {
        var directory = new DirectoryInfo(start);
        while (!File.Exists(Path.Combine(directory.FullName, "Infra.sln")))
            directory = directory.Parent ?? throw new InvalidOperationException($"No Infra.sln above {start}");
        return directory.FullName;
    }
}

internal sealed record Item(string Identity, string FullPath)
{
    public string? Version { get; init; }
}
