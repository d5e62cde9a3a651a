using Infra.Compute;
using Pulumi.DigitalOcean;

namespace Infra.Tests.Compute;

[Collection(SerialGraphs.Name)]
public class PublicAddressTests
{
    [Fact]
    public async Task The_reserved_address_leads_to_the_edge_and_can_be_moved()
    {
        var graph = await ResourceGraph.OfAsync(() =>
        {
            var settings = Samples.Settings("production");
            _ = new PublicAddress("address", settings.Nodes.Region, Samples.Nodes(settings).Edge, protect: true);
        });

        var assignment = graph.Args<ReservedIpAssignmentArgs>("address-assignment");
        Assert.Null(graph.Args<ReservedIpArgs>("address-reserved").DropletId);
        Assert.Equal("192.0.2.10", await assignment.IpAddress.ValueAsync());
        Assert.Equal(
            await ((Droplet)graph.Named("nodes-worker-1").Resource).Id.ValueAsync(),
            $"{await assignment.DropletId.ValueAsync()}");
        Assert.True(graph.Named("address-reserved").Options.Protect);
    }
}
