namespace Backups.Tests;

/// <summary>docs/backups.md, followed word by word.</summary>
[Collection(SerialLabs.Name)]
public class RunbookTests
{
    [Fact]
    public void Every_command_of_the_runbook_is_run_or_has_a_reason_why_not() => Assert.Equal(
        Runbook.Commands.Order(StringComparer.Ordinal),
        RunbookSteps.Here.Keys.Concat(RunbookSteps.NotHere.Keys).Order(StringComparer.Ordinal));

    [BackupFact("dockerd", "unshare", "nsenter", "sudo")]
    public async Task The_runbook_s_commands_do_what_it_says_in_its_order()
    {
        await using var swarm = await BackupSwarm.StartAsync();
        var steps = new RunbookSteps(swarm);
        await steps.BeginAsync();

        foreach (var command in Runbook.Commands.Where(RunbookSteps.Here.ContainsKey))
            await RunbookSteps.Here[command](steps, command);
    }
}
