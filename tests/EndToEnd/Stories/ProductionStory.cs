using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace EndToEnd.Tests.Stories;

/// <summary>The life of a production stack on three real nodes, chapter by chapter.</summary>
[TestCaseOrderer("EndToEnd.Tests.ChapterOrderer", "EndToEnd.Tests")]
[Reported]
public partial class ProductionStory(ProductionFixture production) : IClassFixture<ProductionFixture>
{
    private const int Nodes = 3;
    private static readonly Uri Api = new("https://api.example.com/customers");

    [Chapter(1)]
    public async Task A_run_that_is_killed_in_the_middle_is_completed_by_the_next()
    {
        var stack = await production.PreparedAsync();
        using var kill = new CancellationTokenSource();
        // The program may end by itself when its engine is gone, or be ended.
        UpResult? ended = null;
        await Record.ExceptionAsync(async () => ended = await stack.UpAsync(
            // The worst moment: the node has joined, and the state does not say so.
            ending: name =>
            {
                if (name != "cluster-join-worker-0")
                    return;
                kill.Cancel();
                kill.Token.ThrowIfCancellationRequested();
            },
            cancellation: kill.Token));
        Assert.True(kill.IsCancellationRequested, $"it ended before that; a kept cloud must be ended first: {string.Join('\n', ended?.Messages ?? [])}");
        Assert.DoesNotContain(stack.State.All, each => each.Name is "cluster-join-worker-0" or "cluster-formed");

        var result = await production.UpAsync("brought up after a kill in the middle");

        Assert.DoesNotContain(result.Operations, each => each.Name.StartsWith("nodes-", StringComparison.Ordinal));
        using var swarm = new Swarm(stack);
        await swarm.WholeAsync(Nodes);
    }

    [Chapter(2)]
    public async Task A_second_run_changes_nothing()
    {
        var result = await production.UpAsync("second run");

        Assert.Empty(result.Operations);
    }

    [Chapter(3)]
    public async Task A_nodes_setup_script_run_again_changes_nothing()
    {
        var stack = await production.StackAsync();
        foreach (var machine in stack.Account.Machines)
        {
            const string Snapshot = "find /etc /usr/local /home -type f -exec sha256sum {} + | sort -k 2; stat -c '%n %a %U %G' /etc/docker/* /etc/ssh/*; pidof dockerd sshd; iptables -S DOCKER-USER; docker ps --quiet | sort";
            var before = await machine.RunAsync(Snapshot);

            await machine.RunAsync("/usr/local/sbin/setup-node");

            Assert.Equal(before, await machine.RunAsync(Snapshot));
        }
    }

    [Chapter(4)]
    public async Task The_nodes_have_their_labels_and_the_services_the_nodes_they_need()
    {
        using var swarm = new Swarm(await production.StackAsync());

        var labels = (await swarm.ListAsync("nodes")).ToDictionary(each => $"{each["Description"]!["Hostname"]}", each => $"{each["Spec"]!["Labels"]!["data"]} {each["Spec"]!["Labels"]!["edge"]}");
        var running = await swarm.RunningAsync();

        Assert.Equal("false true", labels["lhd-production-manager-0"]);
        Assert.Equal("true false", labels["lhd-production-worker-0"]);
        Assert.Equal("false false", labels["lhd-production-worker-1"]);
        Assert.Equal("lhd-production-worker-0", running.Single(task => task.Service == "postgres").Node);
        Assert.Equal("lhd-production-manager-0", running.Single(task => task.Service == "traefik").Node);
        Assert.Equal(Nodes, running.Count(task => task.Service == "node-exporter"));
    }

    [Chapter(5)]
    public async Task The_application_is_reached_through_the_edge_and_logs_in_with_the_generated_password()
    {
        var stack = await production.StackAsync();
        using var client = stack.Client("cloudflare", TimeSpan.FromSeconds(20));

        var lucky = JsonNode.Parse(await client.GetStringAsync(Api))!;
        var hasura = JsonNode.Parse(await client.GetStringAsync(new Uri("https://api.example.com/v1/graphql")))!;

        Assert.Equal("1a2b3c4d", $"{lucky["release"]}");
        Assert.Equal("v2.48.11", $"{hasura["release"]}");
        Assert.All([lucky, hasura], answer => Assert.Matches("^(.+)_blue as \\1$", $"{answer["login"]} as {answer["role"]}"));
    }

    [Chapter(6)]
    public async Task No_secret_is_seen_anywhere_but_in_its_file()
    {
        var stack = await production.StackAsync();
        var secrets = SecretsOf(stack);
        Assert.True(secrets.Count > 10);

        foreach (var machine in stack.Account.Machines)
        {
            var seen = await machine.RunAsync("docker ps --all --quiet | xargs docker inspect; ps axww; cat /var/log/*.log; for id in $(docker ps --quiet); do docker logs $id 2>&1; done");
            Assert.All(secrets, secret => Assert.False(seen.Contains(secret.Value, StringComparison.Ordinal), $"{secret.Key} is seen on {machine.Name}"));
        }

        using var swarm = new Swarm(stack);
        var declared = string.Concat((await swarm.ListAsync("services")).Concat(await swarm.ListAsync("configs")).Select(each => each.ToJsonString()));
        Assert.All(secrets, secret => Assert.False(declared.Contains(secret.Value, StringComparison.Ordinal), $"{secret.Key} is part of a service or a config"));
        var file = await stack.Account.Machine("worker-0").RunAsync("docker exec $(docker ps --quiet --filter label=com.docker.swarm.service.name=postgres) cat /run/secrets/postgres-password");
        Assert.Equal($"{stack.State.All.Single(each => each.Name == "generated-postgres").Outputs["result"]}", file);
    }

    [Chapter(7)]
    public async Task Prometheus_sees_its_targets_and_its_page_wants_the_generated_password()
    {
        var stack = await production.StackAsync();
        using var client = stack.Client("cloudflare", TimeSpan.FromSeconds(20));
        var targets = new Uri("https://prometheus.example.com/api/v1/targets?state=active");
        using var refused = await client.GetAsync(targets);
        Assert.Equal(401, (int)refused.StatusCode);

        var password = $"{stack.State.All.Single(each => each.Name == "generated-dashboard").Outputs["result"]}";
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"admin:{password}")));
        IReadOnlyList<string> down = [];
        var seen = new Dictionary<string, int>();
        await Patience.UntilAsync("every target is up", TimeSpan.FromMinutes(3), async () =>
        {
            var active = JsonNode.Parse(await client.GetStringAsync(targets))!["data"]!["activeTargets"]!.AsArray();
            down = [.. active.Where(each => $"{each!["health"]}" != "up").Select(each => $"{each!["scrapeUrl"]} {each["lastError"]}")];
            seen = active.CountBy(each => $"{each!["labels"]!["job"]}").ToDictionary();
            return active.Count > 0 && down.Count == 0;
        });

        Assert.Equal(Nodes, seen.First(each => each.Key.Contains("node", StringComparison.Ordinal)).Value);
    }

    [Chapter(8)]
    public async Task Only_what_must_be_open_is_reached_from_outside_and_swarm_ports_between_the_nodes()
    {
        var stack = await production.StackAsync();
        int[] low = [.. Enumerable.Range(1, 1024), 2375, 2376, 2377, 3000, 4789, 5000, 5432, 7946, 8080, 8082, 9090, 9093, 9100, 9115, 9187, 9323];
        int[] all = [.. Enumerable.Range(1, ushort.MaxValue)];
        var found = new System.Collections.Concurrent.ConcurrentQueue<string>();
        foreach (var machine in stack.Account.Machines)
        {
            await Task.WhenAll(
                ExpectAsync("admin", machine, machine.PublicAddress, [22], [], all),
                ExpectAsync("cloudflare", machine, machine.PublicAddress, [80, 443], [], all),
                ExpectAsync("stranger", machine, machine.PublicAddress, [], [], all));
            await Task.WhenAll(stack.Account.Machines.Where(other => other != machine)
                .Select(other => ExpectAsync(other.NetworkName, machine, machine.PrivateAddress, [2377, 7946], [4789, 7946], low)));
        }

        var edge = stack.Account.Machine("manager-0");
        await ExpectAsync("cloudflare", edge, stack.PublicAddress, [80, 443], [], all);
        await ExpectAsync("stranger", edge, stack.PublicAddress, [], [], all);
        Assert.Empty(found);

        async Task ExpectAsync(string from, Cloud.Machine to, string address, int[] tcp, int[] udp, int[] datagramPorts)
        {
            await Task.Yield();
            var datagrams = DatagramScan.ReachedAsync(stack.Cloud, from, to, address, datagramPorts, udp);
            var connections = await PortScan.ReachedAsync(stack.Cloud, from, address, low, tcp);
            if (!connections.SequenceEqual(tcp) || !(await datagrams).SequenceEqual(udp))
                found.Enqueue($"{from} reaches {address}: TCP {string.Join(' ', connections)}; UDP {string.Join(' ', await datagrams)}");
        }
    }

    /// <summary>Every secret by where it comes from; of a key, its first line of content.</summary>
    private static Dictionary<string, string> SecretsOf(LoopbackStack stack) => stack.State.All
        .SelectMany(each => each.Outputs.Where(output => output.Key is "result" or "privateKeyPem" or "privateKeyOpenssh").Select(output => (each.Name, Text: $"{output.Value}")))
        // The name of the super user is no secret to those who see the processes of its server.
        .Where(each => each.Name != "generated-postgres-user")
        .Append((Name: "registry token", Text: $"{stack.Settings["lhd:registryToken"].Text}"))
        .ToDictionary(each => each.Name, each => each.Text.Split('\n') is [_, var content, ..] ? content : each.Text);

    private static Task<string> SqlAsync(Cloud.Machine node, string sql) => node.RunAsync(
        "docker exec --user postgres $(docker ps --quiet --filter label=com.docker.swarm.service.name=postgres --filter health=healthy) sh -c 'psql --username=\"$(cat /run/secrets/postgres-user)\" --dbname=\"$POSTGRES_DB\" --tuples-only --command=\"$0\"' \"$0\"", sql);
}
