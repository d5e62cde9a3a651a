using Infra.Compute;
using Pulumi;
using Pulumi.DigitalOcean;

namespace Infra.Tests.Compute;

[Collection(SerialGraphs.Name)]
public class SwarmNodesTests
{
    [Fact]
    public async Task Nodes_are_named_by_role_and_number()
    {
        var graph = await ProductionAsync();

        Assert.Equal(
            ["nodes-manager-0", "nodes-manager-1", "nodes-manager-2", "nodes-worker-0", "nodes-worker-1"],
            graph.With<DropletArgs>().Select(droplet => droplet.Name));
        Assert.Equal("lhd-test-worker-1", await graph.Args<DropletArgs>("nodes-worker-1").Name.ValueAsync());
    }

    [Fact]
    public async Task No_node_exists_before_its_firewall() => Assert.All(
        (await ProductionAsync()).With<DropletArgs>(),
        droplet => Assert.Equal(["firewall"], droplet.DependenciesAsync().Result));

    [Fact]
    public async Task A_node_carries_the_tag_of_the_firewall() => Assert.All(
        (await ProductionAsync()).With<DropletArgs>(),
        droplet => Assert.Equal(["lhd-test-node"], ((DropletArgs)droplet.Args).Tags.ValuesAsync().Result));

    [Fact]
    public async Task A_running_node_is_not_replaced_because_its_first_boot_would_be_another_today() => Assert.All(
        (await ProductionAsync()).With<DropletArgs>(),
        droplet => Assert.Equal(["userData", "image", "sshKeys"], ((CustomResourceOptions)droplet.Options).IgnoreChanges));

    [Fact]
    public async Task User_data_are_secret_because_they_hold_the_host_key()
    {
        var userData = (await ProductionAsync()).Args<DropletArgs>("nodes-manager-0").UserData;

        Assert.True(await userData.IsSecretAsync());
        Assert.Contains(StrictMocks.PrivateKeySentinel, await userData.ValueAsync(), StringComparison.Ordinal);
        Assert.Contains("ssh-ed25519 AAAAnodes-manager-0-hostkey", await userData.ValueAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_stack_and_the_people_of_the_settings_may_log_in()
    {
        var userData = await (await ProductionAsync()).Args<DropletArgs>("nodes-manager-0").UserData.ValueAsync();

        Assert.Contains($"ssh_authorized_keys:\n      - 'ssh-ed25519 AAAAidentity-key'\n      - '{Samples.PublicKey}'\n", userData, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_two_nodes_reboot_at_the_same_time()
    {
        var userData = await Task.WhenAll((await ProductionAsync()).With<DropletArgs>().Select(droplet => ((DropletArgs)droplet.Args).UserData.ValueAsync()));

        Assert.Equal(
            ["02:00", "02:10", "02:20", "02:30", "02:40"],
            userData.Select(text => text.Split("Automatic-Reboot-Time \"")[1][..5]));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Only_the_node_with_the_data_is_protected_when_data_are(bool protectData)
    {
        var graph = await ResourceGraph.OfAsync(() => Samples.Nodes(Samples.Settings("production"), protectData));

        Assert.Equal(
            protectData ? ["nodes-worker-0"] : [],
            graph.With<DropletArgs>().Where(droplet => droplet.Options.Protect == true).Select(droplet => droplet.Name));
    }

    [Fact]
    public async Task A_connection_checks_the_host_key_and_waits_for_a_slow_first_boot()
    {
        SwarmNodes? nodes = null;
        await ResourceGraph.OfAsync(() => nodes = Samples.Nodes(Samples.Settings("production")));

        var connection = nodes!.Edge.Connection!;
        Assert.Equal("ssh-ed25519 AAAAnodes-worker-1-hostkey", await connection.HostKey.ValueAsync());
        Assert.Equal("deploy", await connection.User.ValueAsync());
        Assert.Equal(60, await connection.DialErrorLimit.ValueAsync());
        Assert.True(await connection.PrivateKey.IsSecretAsync());
    }

    private static Task<ResourceGraph> ProductionAsync() => ResourceGraph.OfAsync(() => Samples.Nodes(Samples.Settings("production")));
}
