using Pulumi;
using Sdks.Tests.Support;

namespace Sdks.Tests.Deployments;

public class AliasTests
{
    [Fact]
    public async Task Aliases_are_described_when_the_engine_understands_them()
    {
        var sent = await TestProgram.SentByAsync(() =>
        {
            var anchor = new Widget("anchor");
            _ = new Widget("w", options: new()
            {
                Aliases =
                {
                    new Alias { Name = "old" }, new Alias { Parent = anchor }, new Alias { ParentUrn = "urn:p" }, new Alias { NoParent = true }, new Alias { Urn = "urn:whole" },
                },
            });
        });

        var aliases = sent["w"].Aliases;
        Assert.Equal(("old", "", false), (aliases[0].Spec.Name, aliases[0].Spec.Type, aliases[0].Spec.NoParent));
        Assert.True(aliases[0].Spec.HasNoParent);
        Assert.Equal(FakeMonitor.Widget("anchor"), aliases[1].Spec.ParentUrn);
        Assert.Equal("urn:p", aliases[2].Spec.ParentUrn);
        Assert.True(aliases[3].Spec.NoParent);
        Assert.Equal("urn:whole", aliases[4].Urn);
        Assert.Empty(sent["w"].AliasURNs);
    }

    [Fact]
    public async Task Aliases_are_spelt_out_with_those_of_the_parent_otherwise()
    {
        var monitor = new FakeMonitor { Unsupported = { "aliasSpecs" } };

        Assert.Equal(0, await TestProgram.RunAsync(monitor, () => _ = new Group(
            "group",
            group => _ = new Widget("group-w", options: new() { Parent = group, Aliases = { new Alias { Name = "w0" } } }),
            new() { Aliases = { new Alias { Name = "old" } } })));

        Assert.Equal(["urn:pulumi:dev::shop::test:index:Group::old"], monitor["group"].AliasURNs);
        Assert.Equal(
            [
                "urn:pulumi:dev::shop::test:index:Group$acme:index/widget:Widget::w0",
                "urn:pulumi:dev::shop::test:index:Group$acme:index/widget:Widget::old-w",
            ],
            monitor["group-w"].AliasURNs);
        Assert.Empty(monitor["group-w"].Aliases);
    }

    [Fact]
    public async Task An_alias_with_two_parents_fails_the_program()
    {
        var monitor = new FakeMonitor();

        Assert.Equal(32, await TestProgram.RunAsync(monitor, () => _ = new Widget("w", options: new() { Aliases = { new Alias { NoParent = true, ParentUrn = "urn:p" } } })));
        Assert.Contains(monitor.Logged, log => log.Message.Contains("only one of Parent, ParentUrn and NoParent", StringComparison.Ordinal));
    }
}
