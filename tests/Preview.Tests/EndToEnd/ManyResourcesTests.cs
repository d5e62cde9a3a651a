using System.Text.Json;
using Preview.Tests.Support;

namespace Preview.Tests.EndToEnd;

public class ManyResourcesTests
{
    [Fact]
    public async Task A_thousand_droplets_are_planned()
    {
        using var folder = new TemporaryFolder();
        folder.Write("Pulumi.yaml", $"name: many\nruntime: {{ name: dotnet, options: {{ binary: {Built.Programs} }} }}\n");
        folder.Write("Pulumi.dev.yaml", "config: { droplets: 1000 }\n");

        var run = await PreviewProcess.RunAsync(folder.FullName, "--stack", "dev", "--json");

        Assert.Equal(0, run.ExitCode);
        var plan = JsonElement.Parse(run.Output);
        Assert.Equal(1_001, plan.GetProperty("changeSummary").GetProperty("create").GetInt32());
        Assert.Equal(1_001, plan.GetProperty("steps").EnumerateArray().Select(step => step.GetProperty("urn").GetString()).Distinct().Count());
    }
}
