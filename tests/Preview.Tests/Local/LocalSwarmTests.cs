using System.Runtime.Versioning;
using System.Text.Json.Nodes;
using Tests.Support;

namespace Preview.Tests.Local;

/// <summary>What a newcomer gets who has only Docker.</summary>
[UnsupportedOSPlatform("windows")]
public class LocalSwarmTests(LocalSwarm swarm) : IClassFixture<LocalSwarm>
{
    /// <summary>What Hasura's stand-in says of itself: the tag of its image.</summary>
    private const string Hasura = "v2.48.11";

    /// <summary>The same for Lucky, whose image is built from Crystal's.</summary>
    private const string Lucky = "1.18.2";

    [RequiresSwarmFact]
    public async Task The_machine_is_readied_once_and_a_second_time_changes_nothing()
    {
        var (swarmId, image) = (await swarm.Engine.RunAsync("info", "--format", "{{.Swarm.Cluster.ID}}"), await swarm.Engine.RunAsync("images", "--quiet", "--no-trunc", "lhd-lucky:development"));

        var second = await swarm.PrepareAsync();

        Assert.True(second.ExitCode == 0, second.Output);
        Assert.NotEqual("\n", swarmId);
        Assert.Equal(swarmId, await swarm.Engine.RunAsync("info", "--format", "{{.Swarm.Cluster.ID}}"));
        Assert.NotEqual("", image);
        Assert.Equal(image, await swarm.Engine.RunAsync("images", "--quiet", "--no-trunc", "lhd-lucky:development"));
    }

    [RequiresSwarmFact]
    public async Task Lucky_has_migrated_and_seeded_with_the_generated_password()
    {
        await swarm.DeployAsync();

        var url = await swarm.SecretAsync("database-url");
        Assert.Equal("app_blue|app|db.seed.required_data\n", await SqlAsync("SELECT session_user, current_user, name FROM customers"));
        var wrong = await swarm.ExecAsync("lucky", "psql", "--command=SELECT", url.Replace("@", "x@", StringComparison.Ordinal));
        Assert.Contains("password authentication failed for user \"app_blue\"", wrong.Output, StringComparison.Ordinal);
    }

    [RequiresSwarmFact]
    public async Task Routes_lead_to_Hasura_and_to_Lucky_and_so_do_the_direct_ports()
    {
        await swarm.DeployAsync();
        await swarm.UntilAsync("the proxy knows the services", async () => (await swarm.AskAsync("http://api.localhost/")).EndsWith("\n200", StringComparison.Ordinal));

        Assert.Equal(Lucky, $"{(await swarm.ReadAsync("http://api.localhost/"))["release"]}");
        Assert.Equal("app_blue", $"{(await swarm.ReadAsync("http://api.localhost/customers"))["login"]}");
        Assert.Equal(Hasura, $"{(await swarm.ReadAsync("http://api.localhost/v1/graphql"))["release"]}");
        Assert.Equal(Lucky, $"{(await swarm.ReadAsync("http://localhost:5000/"))["release"]}");
        Assert.Equal(Hasura, $"{(await swarm.ReadAsync("http://localhost:8080/"))["release"]}");
        Assert.Equal("console\n200", await swarm.AskAsync("http://localhost:9695/"));
        Assert.Equal("no route\n404", await swarm.AskAsync("http://nobody.localhost/"));
    }

    [RequiresSwarmFact]
    public async Task The_dashboard_wants_the_password_that_was_generated_for_it()
    {
        await swarm.DeployAsync();
        var outputs = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(swarm.Compose, "outputs.json")))!;
        var password = $"{outputs["passwords"]!["admin"]}";
        await swarm.UntilAsync("the proxy knows its dashboard", async () => (await swarm.AskAsync("http://traefik.localhost/")).EndsWith("\n401", StringComparison.Ordinal));

        Assert.EndsWith("\n401", await swarm.AskAsync("http://traefik.localhost/", "--user", $"admin:{password}x"), StringComparison.Ordinal);
        Assert.DoesNotContain("401", await swarm.AskAsync("http://traefik.localhost/", "--user", $"admin:{password}"), StringComparison.Ordinal);
    }

    [RequiresSwarmFact]
    public async Task Hasuras_console_writes_metadata_into_the_source_folder()
    {
        await swarm.DeployAsync();

        Assert.Equal("version: 3\n", await File.ReadAllTextAsync(Path.Combine(swarm.Source, "hasura", "metadata", "version.yaml")));
    }

    [RequiresSwarmFact]
    public async Task Writing_and_deploying_again_restarts_nothing()
    {
        await swarm.DeployAsync();
        var (files, tasks) = (Files(), await swarm.HealthyAsync());

        var said = await swarm.WriteAsync();
        await swarm.DeployAsync();

        Assert.StartsWith("Nothing has changed in ", said, StringComparison.Ordinal);
        Assert.Equal(files, Files());
        Assert.Equal(tasks, await swarm.HealthyAsync());
    }

    [RequiresSwarmFact]
    public async Task Removing_the_stack_leaves_the_data_alone_and_nothing_else()
    {
        await swarm.DeployAsync();
        await SqlAsync("CREATE TABLE kept (); INSERT INTO kept DEFAULT VALUES");

        await swarm.Engine.RunAsync("stack", "rm", LocalSwarm.Stack);

        await swarm.UntilAsync("its containers are gone", async () => (await swarm.Engine.RunAsync("ps", "--all", "--quiet")).Length == 0);
        foreach (var kind in new[] { "service", "secret", "config" })
            Assert.Equal("", await swarm.Engine.RunAsync(kind, "ls", "--quiet"));
        await swarm.UntilAsync("its networks are gone", async () => (await swarm.Engine.RunAsync("network", "ls", "--quiet", "--filter", $"label=com.docker.stack.namespace={LocalSwarm.Stack}")).Length == 0);
        await swarm.DeployAsync();
        Assert.Equal("1\n", await SqlAsync("SELECT count(*) FROM kept"));
    }

    [RequiresSwarmFact]
    public async Task The_applications_tests_run_on_a_database_of_their_own_and_leave_nothing()
    {
        await swarm.DeployAsync();
        await File.WriteAllTextAsync(Path.Combine(swarm.Source, "spec", "fails.sql"), "SELECT no_such_column FROM customers;\n");

        var good = await RunTestsAsync("spec/customers.sql");
        var bad = await RunTestsAsync("spec/fails.sql");

        Assert.Matches(@"\A(Migrated \w+\n){2}app_test_\d+\n\z", good.Output);
        Assert.Equal(0, good.ExitCode);
        Assert.Contains("column \"no_such_column\" does not exist", bad.Output, StringComparison.Ordinal);
        Assert.NotEqual(0, bad.ExitCode);
        Assert.Equal("app\npostgres\n", await DatabasesAsync());
        Assert.Equal("db.seed.required_data\n", await SqlAsync("SELECT name FROM customers"));
    }

    [RequiresSwarmFact]
    public async Task Tests_that_are_killed_leave_nothing_either()
    {
        await swarm.DeployAsync();
        await File.WriteAllTextAsync(Path.Combine(swarm.Source, "spec", "hangs.sql"), "SELECT pg_sleep(600);\n");
        foreach (var signal in new[] { "TERM", "KILL" })
        {
            var run = RunTestsAsync("spec/hangs.sql");
            await swarm.UntilAsync("the tests run", async () => (await swarm.ExecAsync("lucky", "ps", "-o", "args")).Output.Contains("--file=spec/hangs.sql", StringComparison.Ordinal));

            var killed = await swarm.ExecAsync("lucky", "sh", "-c", "kill -$0 $(ps -o pid,args | awk '/[t]est.sh spec/ { print $1; exit }')", signal);

            Assert.True(killed.ExitCode == 0, killed.Output);

            await swarm.UntilAsync($"nothing is left after {signal}", async () => await DatabasesAsync() == "app\npostgres\n");
            Assert.NotEqual(0, (await run).ExitCode);
        }
    }

    [RequiresSwarmFact]
    public async Task Tests_whose_container_is_killed_leave_nothing_when_Lucky_is_back()
    {
        await swarm.DeployAsync();
        await SqlAsync("CREATE DATABASE app_test_4711");
        var before = (await swarm.HealthyAsync())["lucky"];

        await swarm.Engine.RunAsync("kill", before);

        await swarm.UntilAsync("another task of Lucky runs", async () => (await swarm.HealthyAsync()).TryGetValue("lucky", out var now) && now != before);
        Assert.Equal("app\npostgres\n", await DatabasesAsync());
    }

    /// <summary>As docs/local.md says.</summary>
    private Task<ToolResult> RunTestsAsync(string file) => swarm.ExecAsync("lucky", "sh", "/etc/lhd/with-secrets.sh", "sh", "/etc/lhd/test.sh", file);

    private Task<string> DatabasesAsync() => SqlAsync("SELECT datname FROM pg_database WHERE NOT datistemplate ORDER BY 1");

    private async Task<string> SqlAsync(string sql)
    {
        var result = await swarm.ExecAsync("lucky", "psql", "--no-psqlrc", "--quiet", "--tuples-only", "--no-align", $"--command={sql}", await swarm.SecretAsync("database-url"));
        Assert.True(result.ExitCode == 0, result.Output);
        return result.Output;
    }

    private SortedDictionary<string, string> Files() => new(
        Directory.EnumerateFiles(swarm.Compose, "*", SearchOption.AllDirectories).ToDictionary(file => file, file => $"{File.GetUnixFileMode(file)} {File.ReadAllText(file)}"), StringComparer.Ordinal);
}
