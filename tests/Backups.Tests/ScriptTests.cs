using Infra.Backups;
using Tests.Support;

namespace Backups.Tests;

/// <summary>The emitted scripts as texts.</summary>
public class ScriptTests
{
    [RequiresToolFact("shellcheck")]
    public async Task The_linter_finds_nothing()
    {
        foreach (var script in new[] { BackupScript.Text, OperatorCommand.Text })
            await Tool.AcceptAsync("shellcheck", script, "-");
        foreach (var script in new[] { ResticTool.Script, OperatorCommand.Install })
            await Tool.AcceptAsync("shellcheck", script, "--shell=sh", "-");
    }

    [Fact]
    public async Task Every_command_is_explained_to_who_asks_for_none()
    {
        var result = await Tool.RunAsync("bash", ["-s"], Path.GetTempPath(), BackupScript.Text);

        Assert.Equal(64, result.ExitCode);
        Assert.All(["run", "backup", "list", "prepare", "activate", "load", "drill"], command => Assert.Contains($"\n  {command} ", result.Output, StringComparison.Ordinal));
    }
}
