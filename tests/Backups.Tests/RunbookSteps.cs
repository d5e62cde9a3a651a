using System.Text.RegularExpressions;
using Infra.Backups;
using Tests.Support;

namespace Backups.Tests;

/// <summary>
/// For each command of the runbook: the state in which its reader needs it, and what must be true afterwards. The words that run are the document's,
/// with values for what it leaves open.
/// </summary>
internal sealed partial class RunbookSteps(BackupSwarm swarm)
{
    private const string Account = "needs the Pulumi CLI and a stack in the cloud";

    /// <summary>What does not run here, and why.</summary>
    public static IReadOnlyDictionary<string, string> NotHere { get; } = new Dictionary<string, string>
    {
        ["pulumi stack output --show-secrets backups"] = Account,
        ["pulumi stack output sshCommand"] = Account,
        ["pulumi config set lhd:restoreSql < anonymise.sql"] = Account,
        ["pulumi up"] = Account,
        ["pulumi up --refresh"] = Account,
        ["pulumi destroy"] = Account,
        ["pulumi state unprotect --all"] = Account,
        ["lhd-backups upgrade IMAGE"] = "needs an image of a later major version, and none can be pulled; UpgradeTests runs the job",
        ["docker exec"] = "the document says that nothing uses it",
    };

    /// <summary>What runs, by command.</summary>
    public static IReadOnlyDictionary<string, Func<RunbookSteps, string, Task>> Here { get; } = new Dictionary<string, Func<RunbookSteps, string, Task>>
    {
        ["lhd-backups restore --replace ENVIRONMENT/DATABASE"] = (steps, command) => steps.LatestStateAsync(command),
        ["lhd-backups restore --to '2026-11-21 14:05:00 UTC' --replace ENVIRONMENT/DATABASE"] = (steps, command) => steps.MomentAsync(command),
        ["lhd-backups restore --source --hook --replace ENVIRONMENT/DATABASE"] = (steps, command) => steps.AnonymisedAsync(command),
        ["lhd-backups load FILE"] = (steps, command) => steps.DumpAsync(command.Replace("FILE", $"{BackupService.WorkPath}/move.dump", StringComparison.Ordinal), "move.dump", "custom"),
        ["lhd-backups list"] = (steps, command) => steps.SaysAsync(command, @"^[0-9a-f]{8}  20\d\d-\d\d-\d\dT\S+Z  \d+ bytes$"),
        ["sudo rm -r /mnt/data/postgres/replaced-*"] = (steps, command) => steps.DeleteKeptAsync(command),
        ["lhd-backups load /var/lib/lhd-backups/shop.dump"] = (steps, command) => steps.DumpAsync(command, "shop.dump", "plain"),
        ["lhd-backups restore"] = (steps, command) => steps.EverythingGoneAsync(command, "10|0"),
        ["lhd-backups restore --source"] = (steps, command) => steps.EverythingGoneAsync(command, "1000|0"),
        ["lhd-backups drill"] = (steps, command) => steps.SaysAsync(command, "the drill succeeded in"),
        ["lhd-backups backup"] = (steps, command) => steps.SaysAsync(command, "made and verified"),
        ["docker service logs backups"] = (steps, command) => steps.LogAsync(command),
        ["docker service ps postgres"] = (steps, command) => steps.SaysAsync(command, "Running"),
    };

    /// <summary>A first backup, which is another environment's, too; from then on the scheduled service runs.</summary>
    public async Task BeginAsync()
    {
        await AcceptAsync("lhd-backups backup");
        await swarm.CopyToSourceAsync();
        await AcceptAsync("docker service scale --detach backups=1");
        await UntilAsync(() => swarm.Metric(Uploaded) > 0, "an upload of WAL");
    }

    private async Task LatestStateAsync(string command)
    {
        await swarm.AskAsync("INSERT INTO things VALUES (1500, 'after the backup')");
        await UploadAsync();
        await StopServiceAsync();
        await swarm.AskAsync("DELETE FROM things WHERE id > 10");
        var restored = DateTimeOffset.UtcNow.ToUnixTimeSeconds();

        Assert.Contains("the data before are kept in replaced-", await AcceptAsync(Named(command)), StringComparison.Ordinal);

        Assert.Equal("1001", await swarm.AskAsync("SELECT count(*) FROM things"));
        await AcceptAsync("docker service scale --detach backups=1");
        await UntilAsync(() => swarm.Metric("lhd_backup_last_success_timestamp_seconds") >= restored, "the scheduled service's backup of what was restored");
    }

    private async Task MomentAsync(string command)
    {
        await swarm.AskAsync("INSERT INTO things VALUES (2000, 'before the moment')");
        await Task.Delay(1500);
        var moment = DateTimeOffset.UtcNow;
        await Task.Delay(1500);
        await swarm.AskAsync("DELETE FROM things WHERE id > 10");
        await UploadAsync();
        await StopServiceAsync();

        await AcceptAsync(Moment().Replace(Named(command), $"{moment:yyyy-MM-dd HH:mm:ss} UTC"));

        Assert.Equal("1002", await swarm.AskAsync("SELECT count(*) FROM things"));
    }

    private async Task AnonymisedAsync(string command)
    {
        await AcceptAsync(Named(command));

        Assert.Equal("1000|1000", await swarm.AskAsync(Rows));
    }

    /// <summary>Of all that there is a dump, in a database that is empty then.</summary>
    private async Task DumpAsync(string command, string file, string format)
    {
        await Tool.AcceptAsync("pg_dump", "", $"--format={format}", $"--file={swarm.Work}/{file}", $"--host={swarm.Socket}", $"--port={swarm.Postgres.Port}", "--username=superproduction", "app");
        await swarm.AskAsync("TRUNCATE things, migrations");

        Assert.Contains("loaded; the database before is kept as app_replaced_", await AcceptAsync(command), StringComparison.Ordinal);

        Assert.Equal("1000|1000", await swarm.AskAsync(Rows));
    }

    /// <summary>What the command deletes is on the data node, where its folder has another name here.</summary>
    private async Task DeleteKeptAsync(string command)
    {
        Assert.Equal(3, Directory.GetDirectories(swarm.DataMount, "replaced-*").Length);

        await AcceptAsync(command.Replace("/mnt/data/postgres", swarm.DataMount, StringComparison.Ordinal));

        Assert.Empty(Directory.GetDirectories(swarm.DataMount, "replaced-*"));
        Assert.Equal("1000|1000", await swarm.AskAsync(Rows));
    }

    private async Task EverythingGoneAsync(string command, string rows)
    {
        await swarm.AskAsync("DROP TABLE things, migrations");

        await AcceptAsync(command);

        Assert.Equal(rows, await swarm.AskAsync(Rows));
    }

    /// <summary>Of the scheduled service, which runs whenever somebody reads its log.</summary>
    private async Task LogAsync(string command)
    {
        // The engine shows no log of a task that is still starting.
        await AcceptAsync("docker service scale backups=1");

        await SaysAsync(command, "backups of lhd-production: daily at");
    }

    private async Task SaysAsync(string command, string what) => Assert.Matches(new Regex(what, RegexOptions.Multiline, TimeSpan.FromSeconds(1)), await AcceptAsync(command));

    private const string Rows = "SELECT count(*), count(*) FILTER (WHERE name = 'anonymous') FROM things";

    private static string Named(string command) => command.Replace("ENVIRONMENT/DATABASE", "lhd-production/app", StringComparison.Ordinal);

    /// <summary>Waits until all that was written so far is in the storage: an upload that began after another one ended.</summary>
    private async Task UploadAsync()
    {
        for (var uploads = 0; uploads < 2; uploads++)
        {
            var last = swarm.Metric(Uploaded);
            await UntilAsync(() => swarm.Metric(Uploaded) > last, "an upload of WAL");
        }
    }

    private Task<string> StopServiceAsync() =>
        AcceptAsync("docker service scale --detach backups=0; while docker service ps --format '{{.CurrentState}}' backups | grep -qE '^(Running|Starting|Ready|Preparing)'; do sleep 0.2; done");

    private const string Uploaded = "lhd_backup_wal_last_success_timestamp_seconds";

    private async Task UntilAsync(Func<bool> holds, string what)
    {
        for (var tries = 0; !holds(); tries++)
        {
            if (tries == 1200)
                Assert.Fail($"{what} has not happened within two minutes\n{(await swarm.OnManagerAsync("docker service logs backups")).Output}");
            await Task.Delay(100);
        }
    }

    private async Task<string> AcceptAsync(string command)
    {
        var result = await swarm.OnManagerAsync(command);
        Assert.True(result.ExitCode == 0, $"{command} ends with {result.ExitCode}:\n{result.Output}");
        return result.Output;
    }

    [GeneratedRegex(@"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC", RegexOptions.None, 1000)]
    private static partial Regex Moment();
}
