using Infra.Compute;
using Pulumi.Command.Remote;
using Pulumi.DigitalOcean;

namespace Infra.Tests.Compute;

[Collection(SerialGraphs.Name)]
public class DataVolumeTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_volume_is_protected_and_kept_when_data_are(bool protect)
    {
        var options = (await GraphAsync(protect)).Named("data-volume").Options;

        Assert.Equal((protect, protect), (options.Protect, options.RetainOnDelete));
    }

    [Fact]
    public async Task The_volume_is_attached_to_the_node_for_data()
    {
        var graph = await GraphAsync(protect: false);
        var address = await graph.Args<CommandArgs>("data-mount").Connection.ValueAsync();

        Assert.Equal(
            await ((Droplet)graph.Named("nodes-worker-0").Resource).Ipv4Address.ValueAsync(),
            await address.Host.ValueAsync());
        Assert.Equal(
            await ((Droplet)graph.Named("nodes-worker-0").Resource).Id.ValueAsync(),
            $"{await graph.Args<VolumeAttachmentArgs>("data-attachment").DropletId.ValueAsync()}");
    }

    [Fact]
    public async Task It_is_mounted_after_it_is_attached() =>
        Assert.Equal(["data-attachment"], await (await GraphAsync(protect: false)).Named("data-mount").DependenciesAsync());

    [Fact]
    public async Task The_volume_is_formatted_by_the_mount_alone()
    {
        var volume = (await GraphAsync(protect: false)).Args<VolumeArgs>("data-volume");

        Assert.Null(volume.InitialFilesystemType);
        Assert.Equal(100, await volume.Size.ValueAsync());
    }

    private static Task<ResourceGraph> GraphAsync(bool protect) => ResourceGraph.OfAsync(() =>
    {
        var settings = Samples.Settings("production");
        var nodes = Samples.Nodes(settings);
        _ = new DataVolume("data", new("lhd-test", settings.Nodes.Region, settings.Nodes.DataVolumeSize, nodes.Data, [new("postgres")], protect));
    });
}
