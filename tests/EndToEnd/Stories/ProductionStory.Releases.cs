using System.Text.Json.Nodes;

namespace EndToEnd.Tests.Stories;

/// <summary>Releases, good and bad, forward and back, while requests come in.</summary>
public partial class ProductionStory
{
    [Chapter(9)]
    public async Task A_good_release_with_a_new_database_password_and_a_new_registry_token_loses_no_request()
    {
        var stack = await production.StackAsync();
        await stack.Registry.AdmitAsync([("gitlab+deploy-token-2", "glpat-first"), ("gitlab+deploy-token-2b", "glpat-second")]);
        await using var loop = new RequestLoop(stack, Api, new("https://api.example.com/v1/graphql"));
        stack.Settings["lhd:release"] = new("2b3c4d5e");
        stack.Settings["lhd:registryUser"] = new("gitlab+deploy-token-2b");
        stack.Settings["lhd:registryToken"] = new("glpat-second", IsSecret: true);
        stack.Settings["lhd:secretGenerations"] = new("""{"database":2}""", IsStructured: true);

        var result = await production.UpAsync("good release, new database password, new registry token");
        await stack.Registry.AdmitAsync([("gitlab+deploy-token-2b", "glpat-second")]);
        await loop.StopAsync();

        NoRequestFailed(loop);
        Assert.True(loop.Answers["2b3c4d5e"] > 0);
        InOrder(result, "migration-run", "services-lucky-service");
        Assert.Equal("fax name phone", await ColumnsAsync(stack));
        using var client = stack.Client("cloudflare", TimeSpan.FromSeconds(20));
        Assert.EndsWith("_green", $"{JsonNode.Parse(await client.GetStringAsync(Api))!["login"]}", StringComparison.Ordinal);
    }

    [Chapter(10)]
    public async Task A_bad_release_is_rolled_back_by_itself_and_loses_no_request()
    {
        var stack = await production.StackAsync();
        await ReleasedAsync(stack, "2b3c4d5e");
        await using var loop = new RequestLoop(stack, Api);
        stack.Settings["lhd:release"] = new("bad0bad0");

        var result = await stack.UpAsync();
        await loop.StopAsync();
        stack.Settings["lhd:release"] = new("2b3c4d5e");

        production.Report.Add("bad release, rolled back", result.Took);
        Assert.False(result.IsSuccess, "the bad release is taken for a good one");
        Assert.Contains(result.Messages, message => message.Contains("rollback_completed", StringComparison.Ordinal));
        NoRequestFailed(loop);
        Assert.DoesNotContain("bad0bad0", loop.Answers.Keys);
    }

    [Chapter(11)]
    public async Task A_migration_that_fails_stops_its_release_and_the_old_one_goes_on()
    {
        var stack = await production.StackAsync();
        await ReleasedAsync(stack, "2b3c4d5e");
        using var swarm = new Swarm(stack);
        var before = await LuckyAsync(swarm);
        await using var loop = new RequestLoop(stack, Api);
        stack.Settings["lhd:release"] = new("0badc0de");

        var result = await stack.UpAsync();
        await loop.StopAsync();
        stack.Settings["lhd:release"] = new("2b3c4d5e");

        production.Report.Add("failing migration", result.Took);
        Assert.False(result.IsSuccess, "the release goes on without its migration");
        var message = string.Join('\n', result.Messages);
        Assert.Contains("column \"phone\" of relation \"customers\" already exists", message, StringComparison.Ordinal);
        Assert.Contains("the migration of release 0badc0de failed", message, StringComparison.Ordinal);
        Assert.DoesNotContain(result.Operations, each => each.Name.EndsWith("-service", StringComparison.Ordinal));
        Assert.Equal(before, await LuckyAsync(swarm));
        NoRequestFailed(loop);
        Assert.Equal(["2b3c4d5e"], loop.Answers.Keys);
        // What its first statement had made went with it.
        Assert.DoesNotContain("invoices", await SqlAsync(stack.Account.Machine("worker-0"), "SELECT string_agg(relname, ' ') FROM pg_class WHERE relkind = 'r'"), StringComparison.Ordinal);
    }

    [Chapter(12)]
    public async Task A_subtractive_release_takes_away_what_only_the_old_code_needs_after_it_is_gone()
    {
        var stack = await production.StackAsync();
        await ReleasedAsync(stack, "2b3c4d5e");
        await using var loop = new RequestLoop(stack, Api);
        stack.Settings["lhd:release"] = new("3c4d5e6f");
        stack.Settings["lhd:releaseMode"] = new("subtractive");

        var result = await production.UpAsync("subtractive release");
        await loop.StopAsync();

        NoRequestFailed(loop);
        Assert.True(loop.Answers["3c4d5e6f"] > 0);
        InOrder(result, "services-lucky-service", "migration-run");
        Assert.Equal("name phone", await ColumnsAsync(stack));
    }

    [Chapter(13)]
    public async Task The_way_back_to_a_release_that_never_was_is_refused_and_that_to_the_previous_loses_no_request()
    {
        var stack = await production.StackAsync();
        if (stack.Settings.GetValueOrDefault("lhd:release")?.Text != "3c4d5e6f")
            await A_subtractive_release_takes_away_what_only_the_old_code_needs_after_it_is_gone();
        await using var loop = new RequestLoop(stack, Api);
        stack.Settings["lhd:rollbackTo"] = new("99999999");

        var refused = await stack.UpAsync();
        stack.Settings["lhd:rollbackTo"] = new("2b3c4d5e");
        Assert.False(refused.IsSuccess, "it goes back to a release that never was");
        Assert.Contains(refused.Messages, message => message.Contains("it was never released here", StringComparison.Ordinal));
        Assert.DoesNotContain(refused.Operations, each => each.Name.EndsWith("-service", StringComparison.Ordinal) || each.Name == "rollback-run");

        var result = await production.UpAsync("rollback to the previous release");
        await loop.StopAsync();

        NoRequestFailed(loop);
        InOrder(result, "rollback-run", "services-lucky-service");
        Assert.Equal("fax name phone", await ColumnsAsync(stack));
        using var client = stack.Client("cloudflare", TimeSpan.FromSeconds(20));
        Assert.Equal("2b3c4d5e", $"{JsonNode.Parse(await client.GetStringAsync(Api))!["release"]}");
    }

    /// <summary>Makes sure that a release runs, where a chapter is run alone.</summary>
    private async Task ReleasedAsync(LoopbackStack stack, string release)
    {
        if (stack.Settings.GetValueOrDefault("lhd:release")?.Text == release)
            return;
        stack.Settings["lhd:release"] = new(release);
        await production.UpAsync($"release {release}");
    }

    private void NoRequestFailed(RequestLoop loop)
    {
        production.Report.Add("requests during it", TimeSpan.Zero, $"{loop.Sent} sent, {loop.Failures.Count} failed");
        Assert.True(loop.Sent > 0);
        Assert.True(loop.Failures.Count == 0, $"{loop.Failures.Count} of {loop.Sent} requests failed:\n{string.Join('\n', loop.Failures.Take(20))}");
    }

    /// <summary>The one had ended before the other began.</summary>
    private static void InOrder(UpResult result, string first, string second)
    {
        var (ended, began) = (Find(first).Ended, Find(second).Began);
        Assert.True(ended <= began, $"{first} ended at {ended:HH:mm:ss.fff}, but {second} began at {began:HH:mm:ss.fff}");

        Provider.Operation Find(string name) => result.Operations.SingleOrDefault(each => each.Name == name)
            ?? throw new InvalidOperationException($"{name} is not among what was done: {string.Join(", ", result.Operations.Select(each => each.Name))}");
    }

    /// <summary>What the swarm is told to run.</summary>
    private static async Task<string> LuckyAsync(Swarm swarm) =>
        (await swarm.ListAsync("services")).Single(each => $"{each["Spec"]!["Name"]}" == "lucky")["Spec"]!.ToJsonString();

    /// <summary>The columns of the table that the migrations change.</summary>
    private static async Task<string> ColumnsAsync(LoopbackStack stack) => (await SqlAsync(
        stack.Account.Machine("worker-0"),
        "SELECT string_agg(attname, ' ' ORDER BY attname) FROM pg_attribute WHERE attrelid = 'customers'::regclass AND attnum > 0 AND NOT attisdropped")).Trim();
}
