using System.Text;
using System.Text.Json;
using Infra.Swarm;
using Pulumi;
using Pulumi.Command.Remote;

namespace Infra.Tests.Swarm;

[Collection(SerialGraphs.Name)]
public class SwarmClusterTests
{
    [Fact]
    public async Task The_swarm_is_made_when_the_first_manager_has_booted() =>
        Assert.Equal(["cluster-ready-manager-0"], await (await GraphAsync()).Named("cluster-init").DependenciesAsync());

    [Theory]
    [InlineData("manager-1", "docker swarm join-token --quiet manager\n")]
    [InlineData("worker-0", "docker swarm join-token --quiet worker\n")]
    public async Task A_node_joins_after_the_swarm_is_made_with_the_token_of_its_role(string node, string command)
    {
        var graph = await GraphAsync();

        Assert.Equal(["cluster-init"], await graph.Named($"cluster-token-{node}").DependenciesAsync());
        Assert.Equal(command, await graph.Args<CommandArgs>($"cluster-token-{node}").Create.ValueAsync());
        Assert.Equal([$"cluster-ready-{node}", $"cluster-token-{node}"], (await graph.Named($"cluster-join-{node}").DependenciesAsync()).Order());
    }

    [Fact]
    public async Task A_token_goes_in_by_standard_input_and_is_secret()
    {
        var graph = await GraphAsync();
        var join = graph.Args<CommandArgs>("cluster-join-worker-0");

        Assert.EndsWith($"\n{StrictMocks.JoinTokenSentinel}", await join.Stdin.ValueAsync(), StringComparison.Ordinal);
        Assert.True(await join.Stdin.IsSecretAsync());
        Assert.Superset(
            new HashSet<string> { "stdout", "stderr" },
            ((CustomResourceOptions)graph.Named("cluster-token-worker-0").Options).AdditionalSecretOutputs.ToHashSet());
    }

    [Fact]
    public async Task No_command_has_a_secret_in_its_text_or_logs_what_it_prints()
    {
        foreach (var command in (await GraphAsync()).With<CommandArgs>())
        {
            var args = (CommandArgs)command.Args;
            var script = await args.Create.ValueAsync() + await args.Update.ValueAsync() + (args.Delete is null ? "" : await args.Delete.ValueAsync());

            Assert.DoesNotContain("sentinel", script, StringComparison.OrdinalIgnoreCase);
            Assert.Equal(Logging.None, await args.Logging.ValueAsync());
            Assert.False(await args.AddPreviousOutputInEnv.ValueAsync());
        }
    }

    [Fact]
    public async Task A_command_runs_again_as_it_ran_first()
    {
        foreach (var args in (await GraphAsync()).With<CommandArgs>().Select(command => (CommandArgs)command.Args))
            Assert.Equal(await args.Create.ValueAsync(), await args.Update.ValueAsync());
    }

    [Fact]
    public async Task What_is_on_a_machine_goes_with_it() => Assert.All(
        (await GraphAsync()).With<CommandArgs>(),
        command => Assert.StartsWith("nodes-", command.Options.DeletedWith!.GetResourceName(), StringComparison.Ordinal));

    [Fact]
    public async Task A_command_runs_anew_on_a_machine_that_was_replaced()
    {
        var graph = await GraphAsync();
        var machine = await ((CustomResource)graph.Named("nodes-worker-0").Resource).Id.ValueAsync();

        Assert.Contains(machine, await graph.Args<CommandArgs>("cluster-join-worker-0").Triggers.ValuesAsync());
        Assert.Contains(machine, await graph.Args<CommandArgs>("cluster-label-worker-0").Triggers.ValuesAsync());
    }

    [Fact]
    public async Task Labels_say_where_data_and_traffic_are()
    {
        var graph = await GraphAsync();
        var labels = new Dictionary<string, string>();
        foreach (var node in new[] { "manager-0", "manager-1", "worker-0", "worker-1" })
        {
            var label = graph.Args<CommandArgs>($"cluster-label-{node}");
            labels[await label.Stdin.ValueAsync()] = await label.Create.ValueAsync();
        }

        Assert.Equal(SwarmCommands.Label([], new Dictionary<string, string>()), labels["first-node-id"]);
        Assert.Equal(SwarmCommands.Label([NodeLabels.Data], new Dictionary<string, string>()), labels["cluster-join-worker-0-id"]);
        Assert.Equal(SwarmCommands.Label([NodeLabels.Edge], new Dictionary<string, string>()), labels["cluster-join-worker-1-id"]);
    }

    [Fact]
    public async Task Every_command_can_be_reviewed_before_there_is_a_machine()
    {
        foreach (var command in (await GraphAsync()).With<CommandArgs>())
        {
            var args = (CommandArgs)command.Args;
            foreach (var script in new[] { args.Create, args.Update, args.Delete }.OfType<Input<string>>())
                Assert.Empty(await Pulumi.Utilities.OutputUtilities.GetDependenciesAsync(script.ToOutput()));
        }
    }

    [Fact]
    public async Task A_node_that_goes_is_drained_by_a_manager_that_stays_and_then_leaves()
    {
        var graph = await GraphAsync();

        Assert.Equal(SwarmCommands.Remove, await graph.Args<CommandArgs>("cluster-label-worker-0").Delete.ValueAsync());
        Assert.Equal("nodes-manager-0", graph.Named("cluster-label-worker-0").Options.DeletedWith!.GetResourceName());
        Assert.Equal(SwarmCommands.Leave, await graph.Args<CommandArgs>("cluster-join-worker-0").Delete.ValueAsync());
        Assert.Null(graph.Args<CommandArgs>("cluster-label-manager-0").Delete);
        Assert.Null(graph.Args<CommandArgs>("cluster-init").Delete);
    }

    [Fact]
    public async Task The_docker_provider_connects_to_a_host_that_it_knows()
    {
        var docker = (await GraphAsync()).Args<Pulumi.Docker.ProviderArgs>("cluster-docker");

        Assert.StartsWith("ssh://deploy@198.51.100.", await docker.Host.ValueAsync(), StringComparison.Ordinal);
        Assert.Equal(
            ["-o", "KnownHostsCommand=/bin/echo %H ssh-ed25519 AAAAnodes-manager-0-hostkey", "-o", "UserKnownHostsFile=/dev/null",
                "-o", "GlobalKnownHostsFile=/dev/null", "-o", "StrictHostKeyChecking=yes"],
            await docker.SshOpts.ValuesAsync());
    }

    [Fact]
    public async Task The_docker_provider_has_no_host_before_the_swarm_exists()
    {
        var graph = await GraphAsync();
        var host = graph.Args<Pulumi.Docker.ProviderArgs>("cluster-docker").Host!.ToOutput();

        Assert.Contains(graph.Named("cluster-init").Resource, await Pulumi.Utilities.OutputUtilities.GetDependenciesAsync(host));
    }

    [Fact]
    public async Task The_login_at_the_registry_is_secret_as_a_whole_and_plain_inside()
    {
        var auth = ((Input<System.Collections.Immutable.ImmutableArray<Pulumi.Docker.Inputs.ProviderRegistryAuthArgs>>)
            (await GraphAsync()).Args<Pulumi.Docker.ProviderArgs>("cluster-docker").RegistryAuth).ToOutput();
        var login = Assert.Single(await auth.ValueAsync());

        Assert.True(await Output.IsSecretAsync(auth));
        Assert.False(await login.ConfigFileContent.IsSecretAsync());
        Assert.Null(login.Password);
        var encoded = JsonElement.Parse(await login.ConfigFileContent.ValueAsync())
            .GetProperty("auths").GetProperty("registry.gitlab.com").GetProperty("auth").GetBytesFromBase64();
        Assert.Equal($"gitlab+deploy-token-2:{Samples.RegistryToken}", Encoding.UTF8.GetString(encoded));
    }

    private static Task<ResourceGraph> GraphAsync() => ResourceGraph.OfAsync(() =>
    {
        var settings = Samples.Settings("production");
        _ = new SwarmCluster("cluster", Samples.Nodes(settings).All, settings.Registry);
    });
}
