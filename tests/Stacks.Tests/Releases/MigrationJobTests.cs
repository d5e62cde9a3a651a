using System.Text.Json.Nodes;
using Infra.Tests;
using Tests.Support;

namespace Stacks.Tests.Releases;

/// <summary>The program's migration command, run on a real Docker Engine in swarm mode.</summary>
[Collection(SerialGraphs.Name)]
public class MigrationJobTests(ReleaseEngine engine) : IClassFixture<ReleaseEngine>
{
    private const string Command = "migration-run";

    [RequiresToolFact("dockerd", "docker", "busybox")]
    public async Task A_release_is_migrated_once_and_a_second_run_does_nothing()
    {
        await ImportAsync("once", "", "20260101120000", "20260202120000");
        var graph = await engine.PlanAsync("once");

        var first = await engine.RunAsync(graph, Command);
        var second = await engine.RunAsync(graph, Command);

        AssertSuccess("release once is migrated; its last migration is 20260202120000", first);
        Assert.Contains("\nMigrated Change::V20260202120000\n", first.Output, StringComparison.Ordinal);
        Assert.Equal((0, "release once was migrated before\n"), (second.ExitCode, second.Output));
        Assert.Equal("", await engine.AskAsync("service", "ls", "--quiet"));
    }

    [RequiresToolFact("dockerd", "docker", "busybox")]
    public async Task A_failed_migration_fails_with_its_log_and_may_be_tried_again()
    {
        await ImportAsync("fails", "echo 'column \"name\" contains null values' >&2; exit 7", "20260101120000");
        var graph = await engine.PlanAsync("fails");

        foreach (var result in new[] { await engine.RunAsync(graph, Command), await engine.RunAsync(graph, Command) })
        {
            Assert.Equal((1, "the migration of release fails failed; its log is above"), (result.ExitCode, Last(result)));
            Assert.Contains("column \"name\" contains null values\n", result.Output, StringComparison.Ordinal);
            Assert.Contains("non-zero exit (7)", result.Output, StringComparison.Ordinal);
            Assert.DoesNotContain("earlier run", result.Output, StringComparison.Ordinal);
        }

        Assert.Equal("", await engine.AskAsync("config", "ls", "--quiet", "--filter", "label=lhd.migrated=fails"));
    }

    [RequiresToolFact("dockerd", "docker", "busybox")]
    public async Task A_secret_in_the_log_is_hidden()
    {
        await ImportAsync("talks", "echo \"no route to $DATABASE_URL\"; echo \"as ${SECRET_KEY_BASE}!\"; exit 1", "20260101120000");

        var result = await engine.RunAsync(await engine.PlanAsync("talks"), Command);

        Assert.Contains("no route to [secret]\nas [secret]!\n", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("sentinel", result.Output, StringComparison.OrdinalIgnoreCase);
    }

    [RequiresToolFact("dockerd", "docker", "busybox")]
    public async Task A_run_that_was_killed_is_taken_over_and_migrates_no_second_time()
    {
        await ImportAsync("killed", "sleep 10", "20260101120000");
        var graph = await engine.PlanAsync("killed");
        using (var run = await engine.StartAsync(graph, Command))
        {
            await AwaitJobAsync("Running");
            run.Kill(entireProcessTree: true);
            await run.WaitForExitAsync();
        }

        var result = await engine.RunAsync(graph, Command);

        AssertSuccess("release killed is migrated; its last migration is 20260101120000", result);
        Assert.StartsWith("waiting for the job of an earlier run: killed migrate\n", result.Output, StringComparison.Ordinal);
        Assert.Single(result.Output.Split('\n'), line => line.StartsWith("on ", StringComparison.Ordinal));
    }

    [RequiresToolFact("dockerd", "docker", "busybox")]
    public async Task A_job_that_failed_after_its_run_was_killed_is_not_taken_for_a_success()
    {
        await ImportAsync("orphan", "sleep 10; exit 5", "20260101120000");
        var graph = await engine.PlanAsync("orphan");
        using (var run = await engine.StartAsync(graph, Command))
        {
            await AwaitJobAsync("Running");
            run.Kill(entireProcessTree: true);
            await run.WaitForExitAsync();
        }

        await AwaitJobAsync("Failed");
        var result = await engine.RunAsync(graph, Command);

        Assert.Equal((1, "the migration of release orphan failed; its log is above"), (result.ExitCode, Last(result)));
        Assert.Equal(2, result.Output.Split('\n').Count(line => line.StartsWith("on ", StringComparison.Ordinal)));
    }

    [RequiresToolFact("dockerd", "docker", "busybox")]
    public async Task A_newer_release_waits_for_the_job_of_an_older_one()
    {
        await ImportAsync("older", "sleep 10", "20260101120000");
        await ImportAsync("newer", "", "20260101120000", "20260303120000");
        using (var run = await engine.StartAsync(await engine.PlanAsync("older"), Command))
        {
            await AwaitJobAsync("Running");
            run.Kill(entireProcessTree: true);
            await run.WaitForExitAsync();
        }

        var result = await engine.RunAsync(await engine.PlanAsync("newer"), Command);

        AssertSuccess("release newer is migrated; its last migration is 20260303120000", result);
        Assert.StartsWith("waiting for the job of an earlier run: older migrate\n", result.Output, StringComparison.Ordinal);
    }

    [RequiresToolFact("dockerd", "docker", "busybox")]
    public async Task An_image_that_does_not_list_its_migrations_is_not_recorded()
    {
        await ImportAsync("mute", "");

        var result = await engine.RunAsync(await engine.PlanAsync("mute", ("migrationsCommand", """["echo", "all is well"]""")), Command);

        Assert.Equal(
            (1, "lhd:migrationsCommand lists no migrations; it must print lines such as: AddUsers::V20260101120000 Migrated"),
            (result.ExitCode, Last(result)));
        Assert.Equal("", await engine.AskAsync("config", "ls", "--quiet", "--filter", "label=lhd.migrated=mute"));
        await engine.AskAsync("service", "rm", "lucky-release");
    }

    [RequiresToolFact("dockerd", "docker", "busybox")]
    public async Task The_job_has_what_the_application_has()
    {
        await ImportAsync("same", "sleep 60", "20260101120000");
        var graph = await engine.PlanAsync("same");
        using (var run = await engine.StartAsync(graph, Command))
        {
            await AwaitJobAsync("Running");
            run.Kill(entireProcessTree: true);
            await run.WaitForExitAsync();
        }

        var job = JsonNode.Parse(await engine.AskAsync("service", "inspect", "lucky-release"))![0]!["Spec"]!["TaskTemplate"]!;
        await engine.AskAsync("service", "rm", "lucky-release");

        var lucky = EngineSpec.Of(graph.Inputs["services-lucky-service"], engine.Ids)["TaskTemplate"]!;
        Assert.Equal(Names(lucky, "Secrets", "Secret"), Names(job, "Secrets", "Secret"));
        Assert.Equal(Names(lucky, "Configs", "Config").Select(name => name.Split(' ')[1]), Names(job, "Configs", "Config").Select(name => name.Split(' ')[1]));
        Assert.Equal(lucky["ContainerSpec"]!["Env"]!.AsArray().Select(each => $"{each}").Order(StringComparer.Ordinal), job["ContainerSpec"]!["Env"]!.AsArray().Select(each => $"{each}"));
        foreach (var same in new[] { "Image", "Init", "StopGracePeriod" })
            Assert.Equal(lucky["ContainerSpec"]![same]!.ToJsonString(), job["ContainerSpec"]![same]!.ToJsonString());
        foreach (var same in new[] { "Resources", "LogDriver" })
            Assert.True(JsonNode.DeepEquals(lucky[same], job[same]), $"{lucky[same]} and {job[same]}");
        Assert.Equal("none", $"{job["RestartPolicy"]!["Condition"]}");
        Assert.Equal(await TargetsAsync(lucky), await TargetsAsync(job));
    }

    private Task ImportAsync(string release, string migrate, params string[] migrations) =>
        ApplicationImage.ImportAsync(engine.Docker, release, migrate, rollBack: "", migrations);

    private Task<string> AwaitJobAsync(string state) => engine.AwaitAsync(
        answer => answer.StartsWith(state, StringComparison.Ordinal), "service", "ps", "--format", "{{.CurrentState}}", "lucky-release");

    /// <summary>The engine warns on standard error that it cannot ask a registry for the image's digest.</summary>
    private static void AssertSuccess(string told, ToolResult result)
    {
        Assert.Contains($"{told}\n", result.Output, StringComparison.Ordinal);
        Assert.Equal(0, result.ExitCode);
    }

    private static string Last(ToolResult result) => result.Output.TrimEnd('\n').Split('\n')[^1];

    private static IEnumerable<string> Names(JsonNode task, string list, string kind) => task["ContainerSpec"]![list]!.AsArray()
        .Select(each => $"{each![$"{kind}Name"]} {each["File"]!["Name"]} {each["File"]!["Mode"]} {each["File"]!["UID"]}").Order(StringComparer.Ordinal);

    private async Task<IEnumerable<string>> TargetsAsync(JsonNode task)
    {
        var ids = new List<string>();
        foreach (var network in task["Networks"]!.AsArray())
            ids.Add(await engine.AskAsync("network", "inspect", "--format", "{{.ID}}", $"{network!["Target"]}"));
        return ids.Order(StringComparer.Ordinal);
    }
}
