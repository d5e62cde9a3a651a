using Infra.Tests;

namespace Stacks.Tests.Releases;

/// <summary>What waits for what in a release, as the engine is told by the real program.</summary>
[Collection(SerialGraphs.Name)]
public class ReleaseOrderTests
{
    private const string Migration = "migration-run";
    private const string Check = "rollback-check-run";
    private const string Rollback = "rollback-run";
    private const string Logins = "postgres-logins-set";
    private const string Record = "deployed-record";
    private const string Lucky = "services-lucky-service";
    private const string Hasura = "services-hasura-service";

    [Theory]
    [InlineData("staging")]
    [InlineData("production")]
    public async Task An_additive_release_migrates_then_updates_the_code(string stack)
    {
        var order = await OrderAsync(stack);

        Assert.Contains(Migration, order[Lucky]);
        Assert.Contains(Migration, order[Hasura]);
        Assert.Contains(Logins, order[Migration]);
        Assert.Empty(order[Migration].Intersect([Lucky, Hasura]));
    }

    [Theory]
    [InlineData("staging")]
    [InlineData("production")]
    public async Task A_subtractive_release_updates_the_code_then_migrates(string stack)
    {
        var order = await OrderAsync(stack, ("releaseMode", "subtractive"));

        Assert.Subset(order[Migration].ToHashSet(), new HashSet<string> { Lucky, Hasura, Logins });
        Assert.DoesNotContain(Migration, order[Lucky]);
        Assert.DoesNotContain(Migration, order[Hasura]);
        Assert.DoesNotContain("services-prometheus-service", order[Migration]);
    }

    [Theory]
    [InlineData("staging")]
    [InlineData("production")]
    public async Task A_first_release_starts_every_service_then_migrates(string stack)
    {
        var order = await OrderAsync(stack, ("releaseMode", "first"));
        var services = order.Keys.Where(name => name.StartsWith("services-", StringComparison.Ordinal) && name.EndsWith("-service", StringComparison.Ordinal)).ToHashSet();

        Assert.Subset(order[Migration].ToHashSet(), services);
        Assert.All(services, service => Assert.DoesNotContain(Migration, order[service]));
    }

    [Theory]
    [InlineData("additive")]
    [InlineData("subtractive")]
    [InlineData("first")]
    public async Task A_mode_changes_the_order_and_nothing_that_would_run_again(string mode) => Assert.Equal(
        (await StackRun.GraphAsync("staging")).Inputs.ToDictionary(each => each.Key, each => each.Value.ToJsonString()),
        // A backup before what takes away from the database comes on top.
        (await StackRun.GraphAsync("staging", ("releaseMode", mode))).Inputs.Where(each => !each.Key.StartsWith("backup-before-release", StringComparison.Ordinal)).ToDictionary(each => each.Key, each => each.Value.ToJsonString()));

    [Fact]
    public async Task Undoing_an_additive_release_takes_back_the_code_then_the_database()
    {
        var order = await OrderAsync("staging", ("rollbackTo", "0a0b0c0d"));

        Assert.Contains(Check, order[Lucky]);
        Assert.Contains(Check, order[Hasura]);
        Assert.Subset(order[Rollback].ToHashSet(), new HashSet<string> { Check, Lucky, Hasura });
        Assert.DoesNotContain(Rollback, order[Lucky]);
    }

    [Fact]
    public async Task Undoing_a_subtractive_release_takes_back_the_database_then_the_code()
    {
        var order = await OrderAsync("staging", ("rollbackTo", "0a0b0c0d"), ("releaseMode", "subtractive"));

        Assert.Contains(Check, order[Rollback]);
        Assert.Subset(order[Lucky].ToHashSet(), new HashSet<string> { Check, Rollback });
        Assert.Contains(Rollback, order[Hasura]);
        Assert.DoesNotContain(Lucky, order[Rollback]);
    }

    [Fact]
    public async Task A_rollback_runs_the_old_code_undoes_with_the_new_image_and_migrates_nothing()
    {
        var graph = await StackRun.GraphAsync("staging", ("rollbackTo", "0a0b0c0d"));

        Assert.DoesNotContain(Migration, graph.Inputs.Keys);
        Assert.Equal("registry.gitlab.com/acme/shop/lucky:0a0b0c0d", $"{graph.Inputs[Lucky]["taskSpec"]!["containerSpec"]!["image"]}");
        foreach (var command in new[] { Check, Rollback })
        {
            Assert.Contains("registry.gitlab.com/acme/shop/lucky:1a2b3c4d /bin/sh", $"{graph.Inputs[command]["create"]}", StringComparison.Ordinal);
            Assert.DoesNotContain("lucky:0a0b0c0d", $"{graph.Inputs[command]["create"]}", StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("additive", null)]
    [InlineData("subtractive", null)]
    [InlineData("first", null)]
    [InlineData("additive", "0a0b0c0d")]
    [InlineData("subtractive", "0a0b0c0d")]
    public async Task A_release_counts_as_deployed_when_code_and_database_are_there(string mode, string? rollbackTo)
    {
        var order = await OrderAsync("staging", ("releaseMode", mode), ("rollbackTo", rollbackTo));

        Assert.Contains(rollbackTo is null ? Migration : Rollback, order[Record]);
        Assert.Contains(Lucky, order[Record]);
    }

    [Theory]
    [InlineData("additive")]
    [InlineData("subtractive")]
    public async Task The_job_may_pull_the_image_before_it_starts(string mode) =>
        Assert.Contains("registry-login-manager-0", (await OrderAsync("production", ("releaseMode", mode)))[Migration]);

    [Fact]
    public async Task The_outputs_say_what_is_deployed_since_when_and_from_which_commit()
    {
        EnvironmentStack? stack = null;
        await StackRun.GraphAsync("staging", options => stack = new StagingStack(options), ("rollbackTo", "0a0b0c0d"));

        Assert.Equal(
            [
                "commit: 0a0b0c0d", "image: registry.gitlab.com/acme/shop/lucky:0a0b0c0d", "mode: additive", "newest: 1a2b3c4d", "release: 0a0b0c0d",
                "since: deployed-record-id",
            ],
            (await stack!.Release.ValueAsync()).Select(fact => $"{fact.Key}: {fact.Value}").Order(StringComparer.Ordinal));
    }

    /// <summary>Everything that must be done before each resource, at whatever distance.</summary>
    private static async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> OrderAsync(string stack, params (string Key, string? Value)[] changes)
    {
        var graph = await StackRun.GraphAsync(stack, changes);
        var direct = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var each in graph.All)
            direct[each.Name] = await each.DependenciesAsync();
        var children = graph.All.Where(each => each.Options.Parent is not null)
            .ToLookup(each => each.Options.Parent!.GetResourceName(), each => each.Name);
        return direct.Keys.ToDictionary(name => name, IReadOnlyList<string> (name) => [.. Reached(name)]);

        // Who waits for a component waits for what it consists of.
        HashSet<string> Reached(string name)
        {
            var reached = new HashSet<string>();
            var open = new Queue<string>(direct[name]);
            while (open.TryDequeue(out var next))
            {
                if (reached.Add(next))
                {
                    foreach (var further in direct[next].Concat(children[next]))
                        open.Enqueue(further);
                }
            }

            return reached;
        }
    }
}
