using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Pulumi.Utilities;
using Pulumirpc;
using Sdks.Tests.Support;

namespace Sdks.Tests.Deployments;

public class ReadingTests
{
    [Fact]
    public async Task A_known_id_reads_the_resource()
    {
        Widget? widget = null;
        var sent = await TestProgram.SentByAsync(() => widget = new Widget("w", new() { Label = "l" }, new() { Id = "111" }));

        var request = Assert.Single(sent.Read);
        Assert.Equal(("111", "w", "1.2.3", true), (request.Id, request.Name, request.Version, request.AcceptSecrets));
        Assert.Equal("111", await widget!.Id.ValueAsync());
        Assert.Equal("l", await widget.Label.ValueAsync());
    }

    [Fact]
    public async Task An_id_that_is_not_known_yet_registers_the_resource()
    {
        var sent = await TestProgram.SentByAsync(() => _ = new Widget("w", options: new() { Id = OutputUtilities.CreateUnknown("x") }), isDryRun: true);

        Assert.Empty(sent.Read);
        Assert.Equal("w", sent["w"].Name);
    }

    [Fact]
    public async Task A_urn_takes_over_the_state_of_a_registered_resource()
    {
        var monitor = new FakeMonitor
        {
            Function = _ => new InvokeResponse { Return = JsonParser.Default.Parse<Struct>("""{"urn": "urn:x", "id": "1", "state": {"label": "l"}}""") },
        };
        Widget? widget = null;

        Assert.Equal(0, await TestProgram.RunAsync(monitor, () => widget = new Widget("w", options: new() { Urn = "urn:x" })));

        Assert.Equal("pulumi:pulumi:getResource", Assert.Single(monitor.Invoked).Tok);
        Assert.Equal(("urn:x", "1", "l"), (await widget!.Urn.ValueAsync(), await widget.Id.ValueAsync(), await widget.Label.ValueAsync()));
        Assert.DoesNotContain(monitor.Registered, request => request.Name == "w");
    }
}
