using Pulumi;
using Sdks.Tests.Support;

namespace Sdks.Tests.Deployments;

public class DependencyExpansionTests
{
    [Fact]
    public async Task A_component_stands_for_the_custom_resources_in_it()
    {
        var sent = await TestProgram.SentByAsync(() =>
        {
            var group = new Group("group", outer =>
            {
                var top = new Widget("top", options: new() { Parent = outer });
                _ = new Widget("below-top", options: new() { Parent = top });
                _ = new Group("inner", inner => _ = new Widget("deep", options: new() { Parent = inner }), new() { Parent = outer });
            });
            _ = new Widget("w", options: new() { DependsOn = { group } });
        });

        Assert.Equal([FakeMonitor.Widget("deep"), FakeMonitor.Widget("top")], sent["w"].Dependencies.Order());
    }

    [Fact]
    public async Task A_child_that_mentions_its_own_component_does_not_wait_for_itself()
    {
        var sent = await TestProgram.SentByAsync(() => _ = new Group("group", group =>
        {
            _ = new Widget("one", new() { Label = group.Urn }, new() { Parent = group });
            _ = new Widget("two", new() { Label = group.Urn }, new() { Parent = group, DependsOn = { group } });
        }));

        Assert.Empty(sent["one"].Dependencies);
        Assert.Empty(sent["two"].Dependencies);
    }

    [Fact]
    public async Task Explicit_and_implicit_dependencies_are_named_once()
    {
        var sent = await TestProgram.SentByAsync(() =>
        {
            var first = new Widget("first", new() { Label = "x" });
            _ = new Widget("w", new() { Label = first.Label.Apply(label => label!) }, new() { DependsOn = { first, first } });
        });

        Assert.Equal([FakeMonitor.Widget("first")], sent["w"].Dependencies);
    }

    [Fact]
    public async Task Dependencies_that_the_engine_reports_are_passed_on()
    {
        var monitor = new FakeMonitor();
        monitor.Answers["first"] = request =>
        {
            var response = monitor.Echo(request);
            response.PropertyDependencies["label"] = new() { Urns = { FakeMonitor.Widget("elsewhere") } };
            return response;
        };

        Assert.Equal(0, await TestProgram.RunAsync(monitor, () =>
        {
            var first = new Widget("first", new() { Label = "x" });
            _ = new Widget("w", new() { Label = first.Label.Apply(label => label!) });
        }));

        Assert.Equal([FakeMonitor.Widget("elsewhere"), FakeMonitor.Widget("first")], monitor["w"].Dependencies.Order());
    }
}
