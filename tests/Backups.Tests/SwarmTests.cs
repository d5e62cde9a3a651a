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

    [BackupFact("dockerd", "unshare", "nsenter", "sudo")]
    public async Task Postgres_that_a_killed_restore_left_stopped_is_started_by_the_next_command()
    {
        await using var swarm = await BackupSwarm.StartAsync();
        await AcceptAsync(swarm, "lhd-backups backup");
        await swarm.AskAsync("DELETE FROM things WHERE id > 10");

        var killed = await AcceptAsync(swarm, """
            set -e
            replicas() { docker service inspect --format '{{.Spec.Mode.Replicated.Replicas}}' postgres; }
            setsid lhd-backups restore --replace lhd-production/app & restore=$!
            until [ "$(replicas)" = 0 ]; do kill -0 $restore; sleep 0.1; done
            ! lhd-backups list
            kill -9 -$restore
            sleep 1
            echo "Postgres has $(replicas) replicas"
            """);
        Assert.Contains("another lhd-backups runs on this node", killed, StringComparison.Ordinal);
        Assert.Contains("Postgres has 0 replicas", killed, StringComparison.Ordinal);

        // A job that it had begun ends by itself, and is waited for.
        var mended = await AcceptAsync(swarm, """
            tries=0
            until lhd-backups list; do tries=$((tries + 1)); [ $tries -lt 120 ] || exit 1; sleep 1; done
            """);
        Assert.Contains("A restore was killed after it had stopped Postgres; starting Postgres again.", mended, StringComparison.Ordinal);
        Assert.Matches(@" \d+ bytes\s", mended);
        await AcceptAsync(swarm, "lhd-backups restore --replace lhd-production/app");
        Assert.Equal("1000", await swarm.AskAsync("SELECT count(*) FROM things"));
    }

    private static async Task<string> AcceptAsync(BackupSwarm swarm, string script)
    {
        var result = await swarm.OnManagerAsync(script);
        Assert.True(result.ExitCode == 0, result.Output);
        return result.Output;
    }
}
