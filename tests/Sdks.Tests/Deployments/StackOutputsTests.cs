using Pulumi;
using Sdks.Tests.Support;

namespace Sdks.Tests.Deployments;

public class StackOutputsTests
{
    [Fact]
    public async Task Outputs_are_registered_on_the_stack_with_their_secrets()
    {
        var monitor = new FakeMonitor();

        Assert.Equal(0, await TestProgram.RunAsync(monitor, () => Task.FromResult<IDictionary<string, object?>>(new Dictionary<string, object?>
        {
            ["plain"] = "x",
            ["secret"] = Output.CreateSecret(2),
            ["nothing"] = null,
            ["list"] = new object?[] { 1, null },
        })));

        var outputs = Assert.Single(monitor.Outputs);
        Assert.Equal(FakeMonitor.UrnOf("pulumi:pulumi:Stack", "shop-dev"), outputs.Urn);
        Assert.Equal(["list", "plain", "secret"], outputs.Outputs.Fields.Keys.Order());
        Assert.Equal(2, outputs.Outputs.Fields["secret"].StructValue.Fields["value"].NumberValue);
        Assert.Equal(2, outputs.Outputs.Fields["list"].ListValue.Values.Count);
    }

    [Fact]
    public async Task A_component_registers_what_it_is_told_to()
    {
        var sent = await TestProgram.SentByAsync(() =>
        {
            new Group("finished").Finish(new Dictionary<string, object?> { ["a"] = 1 });
            _ = new Group("unfinished");
        });

        Assert.Equal(["test:index:Group::finished", "pulumi:pulumi:Stack::shop-dev"], sent.Outputs.Select(request => request.Urn["urn:pulumi:dev::shop::".Length..]).OrderDescending());
    }
}
