using Preview.Tests.Support;

namespace Preview.Tests.EndToEnd;

/// <summary>The state that the cases compare with is the one that the program leads to. ACCEPT=1 writes it.</summary>
public class SiteStateTests
{
    [Fact]
    public async Task The_state_of_the_site_is_that_of_its_program()
    {
        using var folder = new TemporaryFolder();
        folder.Write("Pulumi.yaml", $"name: site\nruntime: {{ name: dotnet, options: {{ binary: {Built.Programs} }} }}\nconfig: {{ token: {{ type: string, secret: true }} }}\n");
        folder.Write("Pulumi.dev.yaml", "config: {}\n");
        var path = Path.Combine(Built.StatesFolder, "site.json");

        var state = await Deployed.ExportAsync(folder.FullName, "dev", Built.Programs);

        if (Accepting.IsOn)
            await File.WriteAllTextAsync(path, state);
        Assert.Equal(await File.ReadAllTextAsync(path), state);
    }
}
