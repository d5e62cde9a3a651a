using Infra.Tests;
using Pulumi;
using Pulumi.Cloudflare;
using Pulumi.Command.Remote;
using Pulumi.DigitalOcean;

namespace Stacks.Tests;

/// <summary>Both environments as wholes.</summary>
[Collection(SerialGraphs.Name)]
public class StacksTests
{
    [Fact]
    public async Task Staging_is_one_manager() =>
        Assert.Equal(["nodes-manager-0"], (await StackRun.GraphAsync("staging")).With<DropletArgs>().Select(droplet => droplet.Name));

    [Fact]
    public async Task Production_is_three_managers_and_two_workers() => Assert.Equal(
        ["nodes-manager-0", "nodes-manager-1", "nodes-manager-2", "nodes-worker-0", "nodes-worker-1"],
        (await StackRun.GraphAsync("production")).With<DropletArgs>().Select(droplet => droplet.Name));

    [Fact]
    public async Task Production_protects_what_holds_data_and_staging_nothing()
    {
        Assert.Equal(
            ["address-reserved", "backups-key", "backups-space-bucket", "backups-space-suffix", "data-volume", "nodes-worker-0"],
            (await StackRun.GraphAsync("production")).All.Where(each => each.Options.Protect == true).Select(each => each.Name));
        Assert.DoesNotContain((await StackRun.GraphAsync("staging")).All, each => each.Options.Protect == true);
    }

    [Fact]
    public async Task Both_consist_of_the_same_kinds_of_things_but_for_what_one_stack_of_a_zone_owns()
    {
        var staging = (await StackRun.GraphAsync("staging")).All.Select(each => each.Type).ToHashSet();
        var production = (await StackRun.GraphAsync("production")).All.Select(each => each.Type).ToHashSet();

        Assert.Empty(staging.Except(production));
        Assert.Equal(["cloudflare:index/zoneSetting:ZoneSetting", "lhd:dns:ZoneHttps"], production.Except(staging).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Names_are_the_same_on_every_run() => Assert.Equal(
        (await StackRun.GraphAsync("production")).All.Select(each => each.Name),
        (await StackRun.GraphAsync("production")).All.Select(each => each.Name));

    [Theory]
    [InlineData("staging")]
    [InlineData("production")]
    public async Task Every_name_is_used_once(string stack)
    {
        var names = (await StackRun.GraphAsync(stack)).All.Select(each => each.Name).ToList();

        Assert.Equal(names.Distinct(), names);
    }

    [Theory]
    [InlineData("staging")]
    [InlineData("production")]
    public async Task Every_resource_belongs_to_a_component(string stack) => Assert.All(
        (await StackRun.GraphAsync(stack)).All.Where(each => each.Resource is CustomResource),
        each => Assert.IsAssignableFrom<ComponentResource>(each.Options.Parent));

    [Theory]
    [InlineData("staging")]
    [InlineData("production")]
    public async Task A_component_s_children_are_named_after_it(string stack) => Assert.All(
        (await StackRun.GraphAsync(stack)).All.Where(each => each.Options.Parent is ComponentResource),
        each => Assert.StartsWith($"{each.Options.Parent!.GetResourceName()}-", each.Name, StringComparison.Ordinal));

    [Theory]
    [InlineData("staging")]
    [InlineData("production")]
    public async Task The_docker_api_is_open_nowhere(string stack)
    {
        var graph = await StackRun.GraphAsync(stack);
        var rules = await graph.Args<FirewallArgs>("firewall-rules").InboundRules.ValuesAsync();
        foreach (var rule in rules.Where(rule => rule.PortRange is not null))
        {
            var ports = (await rule.PortRange.ValueAsync()).Split('-').Select(int.Parse).ToArray();
            Assert.False(ports[0] <= 2376 && ports[^1] >= 2375, $"{ports[0]}-{ports[^1]} is open");
        }

        Assert.DoesNotContain("2375", Infra.Compute.DockerEngine.DaemonJson, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("staging")]
    [InlineData("production")]
    public async Task No_script_holds_a_secret(string stack)
    {
        foreach (var command in (await StackRun.GraphAsync(stack)).With<CommandArgs>().Select(each => (CommandArgs)each.Args))
            Assert.DoesNotContain("sentinel", await command.Create.ValueAsync(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Every_public_name_is_in_the_certificate()
    {
        var graph = await StackRun.GraphAsync("staging");
        var records = new List<string>();
        foreach (var record in graph.With<DnsRecordArgs>().Select(each => (DnsRecordArgs)each.Args))
            records.Add(await record.Name.ValueAsync());

        Assert.Empty(records.Except(await graph.Args<OriginCaCertificateArgs>("certificate-certificate").Hostnames.ValuesAsync()).Except(["edge-staging.example.com"]));
    }

    [Fact]
    public async Task The_outputs_say_where_things_are()
    {
        EnvironmentStack? stack = null;
        await StackRun.GraphAsync("staging", options => stack = new StagingStack(options));

        Assert.Equal("https://api-staging.example.com", (await stack!.Urls.ValueAsync())["api"]);
        Assert.Equal("192.0.2.10", await stack.PublicAddress.ValueAsync());
        Assert.StartsWith("ssh deploy@198.51.100.", await stack.SshCommand.ValueAsync(), StringComparison.Ordinal);
        Assert.StartsWith("ssh-ed25519 ", await stack.HostKey.ValueAsync(), StringComparison.Ordinal);
        Assert.Equal(["manager-0"], (await stack.NodeAddresses.ValueAsync()).Keys);
    }
}
