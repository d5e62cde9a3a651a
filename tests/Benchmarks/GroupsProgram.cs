namespace Benchmarks;

/// <summary>The program that is measured, alone and under the preview.</summary>
internal static class GroupsProgram
{
    /// <summary>A component and six resources.</summary>
    public const int ResourcesPerGroup = 7;

    public static Task<Measurement> RunAsync(string address, int groups) => Measurement.OfAsync(
        "dotnet",
        new Dictionary<string, string>
        {
            ["PULUMI_MONITOR"] = address,
            ["PULUMI_ENGINE"] = address,
            ["PULUMI_PROJECT"] = "groups",
            ["PULUMI_STACK"] = "bench",
            ["PULUMI_DRY_RUN"] = "false",
            ["PULUMI_QUERY_MODE"] = "false",
            ["PULUMI_PARALLEL"] = "16",
            ["PULUMI_CONFIG"] = $$"""{"groups:count": "{{groups}}"}""",
        },
        "exec",
        Built("Groups"));

    public static async Task<Measurement> PreviewAsync(int groups)
    {
        var folder = Directory.CreateTempSubdirectory("groups-").FullName;
        try
        {
            await File.WriteAllTextAsync(
                Path.Combine(folder, "Pulumi.yaml"),
                $"name: groups\nruntime:\n  name: dotnet\n  options:\n    binary: {Built("Groups")}\n");
            await File.WriteAllTextAsync(Path.Combine(folder, "Pulumi.bench.yaml"), $"config:\n  groups:count: \"{groups}\"\n");
            return await Measurement.OfAsync(
                "dotnet", new Dictionary<string, string>(), "exec", Built("Preview"), "--stack", "bench", "--cwd", folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // Beside this program, in the same configuration.
    private static string Built(string project)
    {
        var here = new DirectoryInfo(AppContext.BaseDirectory);
        return Path.Combine(here.Parent!.Parent!.FullName, project, here.Name, $"{project}.dll");
    }
}
