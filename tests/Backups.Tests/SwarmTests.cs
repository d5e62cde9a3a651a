using Infra.Backups;

namespace Backups.Tests;

/// <summary>The command <c>lhd-backups</c> on a manager of a real swarm.</summary>
[Collection(SerialLabs.Name)]
public class SwarmTests
{
    [BackupFact("dockerd", "unshare", "nsenter", "sudo")]
    public async Task An_operator_backs_up_restores_and_drills_with_one_command_each()
    {
        await using var swarm = await BackupSwarm.StartAsync();
        Assert.Equal("1000", await swarm.AskAsync("SELECT count(*) FROM things"));

        Assert.Contains("made and verified", await AcceptAsync(swarm, BackupBefore.Script("Postgres becomes another")), StringComparison.Ordinal);
        await swarm.AskAsync("DELETE FROM things WHERE id > 10");
        var refused = await swarm.OnManagerAsync("lhd-backups restore");
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("lhd-production/app has data (public.migrations, public.things); to overwrite it say: --replace lhd-production/app", refused.Output, StringComparison.Ordinal);
        Assert.Contains("error: prepare failed", refused.Output, StringComparison.Ordinal);
        Assert.Equal("10", await swarm.AskAsync("SELECT count(*) FROM things"));

        var restored = await AcceptAsync(swarm, "lhd-backups restore --replace lhd-production/app");
        Assert.Contains("the data before are kept in replaced-", restored, StringComparison.Ordinal);
        Assert.Equal("1000", await swarm.AskAsync("SELECT count(*) FROM things"));

        Assert.Contains("tables: public.migrations=1 public.things=1000", await AcceptAsync(swarm, "lhd-backups drill"), StringComparison.Ordinal);
        Assert.Single((await AcceptAsync(swarm, "lhd-backups list")).Split('\n'), line => line.EndsWith(" bytes", StringComparison.Ordinal));
    }

    private static async Task<string> AcceptAsync(BackupSwarm swarm, string script)
    {
        var result = await swarm.OnManagerAsync(script);
        Assert.True(result.ExitCode == 0, result.Output);
        return result.Output;
    }
}
