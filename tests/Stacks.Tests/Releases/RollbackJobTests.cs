using Infra.Tests;
using Tests.Support;

namespace Stacks.Tests.Releases;

/// <summary>The program's rollback commands, run on a real Docker Engine in swarm mode.</summary>
[Collection(SerialGraphs.Name)]
public class RollbackJobTests(ReleaseEngine engine) : IClassFixture<ReleaseEngine>
{
    private const string Check = "rollback-check-run";
    private const string Run = "rollback-run";

    [RequiresToolFact("dockerd", "docker", "busybox")]
    public async Task The_database_goes_back_to_the_last_migration_of_the_release_with_the_newest_image_and_forward_again()
    {
        await ReleaseAsync("a1", "20260101120000");
        await ReleaseAsync("a2", "20260101120000", "20260202120000", "20260202130000");
        var back = await engine.PlanAsync("a2", ("rollbackTo", "a1"));

        var check = await engine.RunAsync(back, Check);
        var run = await engine.RunAsync(back, Run);
        var again = await engine.RunAsync(back, Run);
        var forward = await engine.RunAsync(await engine.PlanAsync("a2"), "migration-run");

        AssertSuccess("release a1 is at migration 20260101120000; to be undone:\n  20260202120000\n  20260202130000\n", check);
        AssertSuccess("Done rolling back to 20260101120000\n", run);
        AssertSuccess("the database is at migration 20260101120000, the last of release a1\n", run);
        AssertSuccess("the database is at migration 20260101120000, the last of release a1\n", again);
        AssertSuccess("release a2 is migrated; its last migration is 20260202130000\n", forward);
        await ForgetAsync();
    }

    [RequiresToolFact("dockerd", "docker", "busybox")]
    public async Task A_release_that_was_never_here_is_refused_with_those_that_were()
    {
        await ReleaseAsync("b1", "20260101120000");
        await ReleaseAsync("b2", "20260101120000");

        await AssertRefusedAsync("b2", "b0", "cannot go back to b0: it was never released here; known, newest last: b1 b2 ");
        await ForgetAsync();
    }

    [RequiresToolFact("dockerd", "docker", "busybox")]
    public async Task Another_image_than_the_newest_is_refused()
    {
        await ReleaseAsync("c1", "20260101120000");
        await ReleaseAsync("c2", "20260101120000");
        await ReleaseAsync("c3", "20260101120000");

        await AssertRefusedAsync(
            "c2", "c1", "cannot go back to c1 with the image of c2: the newest release here is c3; run: pulumi config set lhd:release c3");
        await ForgetAsync();
    }

    [RequiresToolFact("dockerd", "docker", "busybox")]
    public async Task A_release_before_one_that_cannot_be_undone_is_refused()
    {
        await ReleaseAsync("d1", "20260101120000");
        await ReleaseAsync("d2", [("reversible", "false")], "", ["20260101120000", "20260202120000"]);
        await ReleaseAsync("d3", "20260101120000", "20260202120000", "20260303120000");

        await AssertRefusedAsync(
            "d3", "d1", "cannot go back to d1: the migrations of d2 cannot be undone (lhd:reversible); release a correction, or restore a backup");
        AssertSuccess("release d2 is at migration 20260202120000", await engine.RunAsync(await engine.PlanAsync("d3", ("rollbackTo", "d2")), Check));
        await ForgetAsync();
    }

    [RequiresToolFact("dockerd", "docker", "busybox")]
    public async Task A_release_of_another_line_of_migrations_is_refused()
    {
        await ReleaseAsync("e1", "20260101120000", "20260105120000");
        await ReleaseAsync("e2", "20260101120000", "20260202120000");

        await AssertRefusedAsync(
            "e2", "e1", "cannot go back to e1: its last migration, 20260105120000, is unknown to release e2, which was not built on top of it");
        await ForgetAsync();
    }

    [RequiresToolFact("dockerd", "docker", "busybox")]
    public async Task A_migration_that_will_not_be_undone_fails_with_its_log_and_is_still_counted_as_done()
    {
        await ReleaseAsync("f1", "20260101120000");
        await ReleaseAsync("f2", [], "echo 'this migration drops data for good' >&2; exit 1", ["20260101120000", "20260202120000"]);

        var result = await engine.RunAsync(await engine.PlanAsync("f2", ("rollbackTo", "f1")), Run);

        Assert.Equal((1, "the rollback of the database to release f1 failed; its log is above"), (result.ExitCode, result.Output.TrimEnd('\n').Split('\n')[^1]));
        Assert.True(result.Output.Contains("this migration drops data for good\n", StringComparison.Ordinal), result.Output);
        Assert.NotEqual("", await engine.AskAsync("config", "ls", "--quiet", "--filter", "label=lhd.migrated=f2"));
        await ForgetAsync();
    }

    [RequiresToolFact("dockerd", "docker", "busybox")]
    public async Task A_release_keeps_its_time_until_another_is_deployed()
    {
        var graph = await engine.PlanAsync("g1");

        var first = await engine.RunAsync(graph, "deployed-record");
        await Task.Delay(TimeSpan.FromSeconds(1.1));
        var again = await engine.RunAsync(graph, "deployed-record");
        var other = await engine.RunAsync(await engine.PlanAsync("g2"), "deployed-record");

        Assert.Matches(@"\A\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ\n\z", first.Output);
        Assert.Equal(first.Output, again.Output);
        Assert.True(string.CompareOrdinal(first.Output, other.Output) < 0, $"{first.Output} and {other.Output}");
    }

    private Task ReleaseAsync(string release, params string[] migrations) => ReleaseAsync(release, [], "", migrations);

    /// <summary>Puts a release's image into the engine and migrates it.</summary>
    private async Task ReleaseAsync(string release, (string, string?)[] settings, string rollBack, string[] migrations)
    {
        await ApplicationImage.ImportAsync(engine.Docker, release, "", rollBack, migrations);
        AssertSuccess($"release {release} is migrated", await engine.RunAsync(await engine.PlanAsync(release, settings), "migration-run"));
    }

    private async Task AssertRefusedAsync(string newest, string target, string told)
    {
        var result = await engine.RunAsync(await engine.PlanAsync(newest, ("rollbackTo", target)), Check);

        Assert.Equal((1, told), (result.ExitCode, result.Output.TrimEnd('\n').Split('\n')[^1]));
        Assert.Equal("", await engine.AskAsync("service", "ls", "--quiet"));
    }

    /// <summary>Each test begins with a swarm that remembers no release.</summary>
    private async Task ForgetAsync()
    {
        foreach (var id in (await engine.AskAsync("config", "ls", "--quiet", "--filter", "label=lhd.migrated")).Split('\n'))
            await engine.AskAsync("config", "rm", id);
    }

    private static void AssertSuccess(string told, ToolResult result)
    {
        Assert.Contains(told, result.Output, StringComparison.Ordinal);
        Assert.Equal(0, result.ExitCode);
    }
}
