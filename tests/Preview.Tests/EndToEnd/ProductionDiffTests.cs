using System.Text.Json;
using System.Text.RegularExpressions;
using Preview.Tests.Support;

namespace Preview.Tests.EndToEnd;

/// <summary>The production stack of this repository, compared with its own plan and with the state that it leads to.</summary>
public sealed partial class ProductionDiffTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public ProductionDiffTests()
    {
        var project = File.ReadAllText(Path.Combine(Built.RepositoryFolder, "Pulumi.yaml"));
        _folder.Write("Pulumi.yaml", Runtime().Replace(project, $"runtime: {{ name: dotnet, options: {{ binary: {Built.Stacks} }} }}\n"));
        WriteSettings(settings => settings);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task There_are_no_changes_against_its_own_plan()
    {
        _folder.Write("plan.json", (await PreviewAsync("--json")).Output);

        AssertUnchanged(await PreviewAsync("--json", "--diff-from", FileIn("plan.json")));
    }

    [Fact]
    public async Task A_plan_that_was_compared_is_fit_for_the_next_comparison()
    {
        _folder.Write("plan.json", (await PreviewAsync("--json")).Output);
        _folder.Write("second.json", (await PreviewAsync("--json", "--diff-from", FileIn("plan.json"))).Output);

        AssertUnchanged(await PreviewAsync("--json", "--diff-from", FileIn("second.json")));
    }

    [Fact]
    public async Task There_are_no_changes_against_the_state_that_it_leads_to()
    {
        await DeployAsync();

        AssertUnchanged(await PreviewAsync("--json", "--diff-from", FileIn("state.json")));
        Assert.Contains("\nno changes\n", (await PreviewAsync("--diff-from", FileIn("state.json"))).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_region_replaces_what_is_in_it_and_is_refused_for_what_holds_data()
    {
        await DeployAsync();
        WriteSettings(settings => settings.Replace("config:", "config:\n  lhd:region: ams3", StringComparison.Ordinal));

        var run = await PreviewAsync("--json", "--diff-from", FileIn("state.json"));

        Assert.Equal(3, run.ExitCode);
        // The Space of the backups is there already, and must not be where the data are.
        Assert.Equal(["backups-space-bucket", "data-volume", "address-reserved", "nodes-worker-0"], Refused().Matches(run.Messages).Select(match => match.Groups["name"].Value));
        Assert.Superset(
            new HashSet<string> { "network-vpc", "nodes-manager-0", "nodes-manager-1", "nodes-manager-2", "nodes-worker-0", "nodes-worker-1", "data-volume", "address-reserved" },
            Names(run, "replace"));
        Assert.DoesNotContain("services-lucky-service", Names(run, "replace"));
    }

    [Fact]
    public async Task A_release_migrates_updates_the_application_and_replaces_nothing()
    {
        await DeployAsync();
        WriteSettings(settings => Release().Replace(settings, "  lhd:release: \"5e6f7a8b\""));

        var run = await PreviewAsync("--json", "--diff-from", FileIn("state.json"));

        Assert.Equal((0, ""), (run.ExitCode, run.Messages));
        Assert.Equal(new HashSet<string> { "migration-run", "services-lucky-service", "deployed-record" }, Names(run, "update"));
        Assert.Empty(Names(run, "replace").Concat(Names(run, "create")).Concat(Names(run, "delete")));
    }

    // What was deployed had its secrets.
    private const string Secrets = "  lhd:registryToken: { secure: v1:token }\n  lhd:sendGridKey: { secure: v1:key }\n";

    private async Task DeployAsync() =>
        _folder.Write("state.json", await Deployed.ExportAsync(_folder.FullName, "production", Built.Stacks));

    private Task<PreviewProcess> PreviewAsync(params string[] arguments) => PreviewProcess.RunAsync(_folder.FullName, ["--stack", "production", .. arguments]);

    private string FileIn(string name) => Path.Combine(_folder.FullName, name);

    private void WriteSettings(Func<string, string> edit) =>
        _folder.Write("Pulumi.production.yaml", edit(File.ReadAllText(Path.Combine(Built.RepositoryFolder, "Pulumi.production.yaml"))) + Secrets);

    private static void AssertUnchanged(PreviewProcess run)
    {
        Assert.Equal((0, ""), (run.ExitCode, run.Messages));
        var change = Assert.Single(JsonElement.Parse(run.Output).GetProperty("changeSummary").EnumerateObject());
        Assert.Equal("same", change.Name);
        Assert.True(change.Value.GetInt32() > 100, "the whole stack");
    }

    private static HashSet<string> Names(PreviewProcess run, string op) =>
    [
        .. JsonElement.Parse(run.Output).GetProperty("steps").EnumerateArray()
            .Where(step => step.GetProperty("op").GetString() == op)
            .Select(step => step.GetProperty("urn").GetString()!.Split("::")[^1]),
    ];

    [GeneratedRegex("^runtime: dotnet\nmain: stacks\n", RegexOptions.Multiline, 1000)]
    private static partial Regex Runtime();

    [GeneratedRegex("^  lhd:release: .*$", RegexOptions.Multiline, 1000)]
    private static partial Regex Release();

    [GeneratedRegex(@"^error: \S+ \((?<name>[^)]+)\): is protected", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Refused();
}
