using Preview.Planning;
using Preview.Programs;
using Preview.Settings;

namespace Preview.Tests.Support;

/// <summary>A program after an update: what it declares, made by a <see cref="FakeCloud"/>.</summary>
internal static class Deployed
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    /// <summary>Runs a program and exports its state.</summary>
    /// <param name="folder">Where its project file is.</param>
    /// <param name="stack">The stack.</param>
    /// <param name="program">The built program.</param>
    public static async Task<string> ExportAsync(string folder, string stack, string program)
    {
        var project = ProjectFile.Load(folder);
        var file = StackFile.Load(project, stack);
        var cloud = new FakeCloud();
        var run = new EngineRun(project, file, WithSecrets(StackConfig.Resolve(project, file)), cloud);
        using var printed = new StringWriter();

        var (exit, plan) = await run.RunAsync(new ProgramCommand("dotnet", [program], folder), new ProgramRunner(printed.WriteLine, Limit), CancellationToken.None);

        Assert.True(exit.IsSuccess, $"{printed}{string.Join('\n', plan.Diagnostics)}");
        Assert.DoesNotContain(plan.Diagnostics, diagnostic => diagnostic.Severity == Severity.Error);
        return StateExport.Write(cloud.Made, plan);
    }

    /// <summary>An update needs the secrets that a preview does without.</summary>
    private static StackConfig WithSecrets(StackConfig config) => config with
    {
        Values = config.Values.ToDictionary(entry => entry.Key, entry => entry.Value.IsUnsetSecret ? ConfigValue.Placeholder(entry.Key) : entry.Value),
    };
}
