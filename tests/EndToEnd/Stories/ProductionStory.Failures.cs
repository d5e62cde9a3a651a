namespace EndToEnd.Tests.Stories;

/// <summary>What is lost and comes back, moves or leaves.</summary>
public partial class ProductionStory
{
    [Chapter(14)]
    public async Task Data_outlives_a_new_task_of_Postgres_and_a_restart_of_its_node()
    {
        var stack = await production.StackAsync();
        var node = stack.Account.Machine("worker-0");
        using var swarm = new Swarm(stack);
        await swarm.WholeAsync(Nodes);
        await SqlAsync(node, "CREATE TABLE IF NOT EXISTS kept (word text); INSERT INTO kept VALUES ('still here')");
        var task = (await swarm.RunningAsync()).Single(each => each.Service == "postgres").Id;

        await production.Timed("Postgres' node loses power and comes back", async () =>
        {
            await node.PowerOffAsync();
            await node.PowerOnAsync();
            // The swarm takes a while to see that the old task is gone.
            await Patience.UntilAsync("a new task of Postgres runs", TimeSpan.FromMinutes(5), async () =>
                (await swarm.RunningAsync()).Any(each => each.Service == "postgres" && each.Id != task), swarm.StateAsync);
            await swarm.WholeAsync(Nodes);
            return true;
        });

        Assert.Contains("still here", await SqlAsync(node, "SELECT word FROM kept"), StringComparison.Ordinal);
    }

    [Chapter(15)]
    public async Task Data_outlives_a_new_service_of_Postgres()
    {
        var stack = await production.StackAsync();
        var node = stack.Account.Machine("worker-0");
        using var swarm = new Swarm(stack);
        await swarm.WholeAsync(Nodes);
        await SqlAsync(node, "CREATE TABLE IF NOT EXISTS replaced (word text); INSERT INTO replaced VALUES ('here as well')");
        var service = await IdAsync();

        var result = await production.UpAsync("Postgres' service is replaced", replace: "services-postgres-service");

        Assert.Contains(result.Operations, each => each is { Verb: "replace", Name: "services-postgres-service" });
        Assert.NotEqual(service, await IdAsync());
        await swarm.WholeAsync(Nodes);
        Assert.Contains("here as well", await SqlAsync(node, "SELECT word FROM replaced"), StringComparison.Ordinal);
        await AnswersAsync(stack);

        async Task<string> IdAsync() => $"{(await swarm.ListAsync("services")).Single(each => $"{each["Spec"]!["Name"]}" == "postgres")["ID"]}";
    }

    [Chapter(16)]
    public async Task The_managers_engine_restarts_and_everything_comes_back()
    {
        var stack = await production.StackAsync();
        using var swarm = new Swarm(stack);

        await production.Timed("the manager's engine is killed and comes back", async () =>
        {
            await stack.Account.Machine("manager-0").RunAsync("kill -9 $(pidof dockerd)");
            await swarm.WholeAsync(Nodes);
            return true;
        });

        await AnswersAsync(stack);
    }

    [Chapter(17)]
    public async Task A_workers_services_move_when_it_dies()
    {
        var stack = await production.StackAsync();
        var worker = stack.Account.Machine("worker-1");
        using var swarm = new Swarm(stack);

        await production.Timed("a worker loses power and its services move", async () =>
        {
            await worker.PowerOffAsync();
            await swarm.WholeAsync(Nodes - 1);
            return true;
        });

        Assert.DoesNotContain(await swarm.RunningAsync(), task => task.Node == worker.Name && task.Service is "lucky" or "hasura");
        await worker.PowerOnAsync();
        await swarm.WholeAsync(Nodes);
    }

    [Chapter(18)]
    public async Task A_node_that_is_taken_out_of_the_settings_is_drained_and_leaves()
    {
        var stack = await production.StackAsync();
        stack.Settings["lhd:workers"] = new("1");

        await production.UpAsync("a node leaves");

        using var swarm = new Swarm(stack);
        Assert.DoesNotContain(await swarm.ListAsync("nodes"), each => $"{each["Description"]!["Hostname"]}" == "lhd-production-worker-1");
        await swarm.WholeAsync(Nodes - 1);
        Assert.Equal(2, stack.Account.Machines.Count);
    }

    private static async Task AnswersAsync(LoopbackStack stack)
    {
        using var client = stack.Client("cloudflare", TimeSpan.FromSeconds(20));
        var last = "";
        await Patience.UntilAsync("the application answers", TimeSpan.FromMinutes(3), async () =>
        {
            try
            {
                using var answer = await client.GetAsync(Api);
                last = $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}";
                return answer.IsSuccessStatusCode;
            }
            catch (Exception reason) when (reason is HttpRequestException or TaskCanceledException)
            {
                last = reason.Message;
                return false;
            }
        }, () => Task.FromResult(last));
    }
}
