using Preview.Engine;
using Preview.Planning;
using Preview.Tests.Support;
using Pulumi.Protocol;
using static Preview.Tests.Support.EarlierSamples;

namespace Preview.Tests.Comparison;

public class StateComparisonTests
{
    private const string Tag = "digitalocean:index/tag:Tag";
    private const string Foreign = "acme:index/thing:Thing";

    [Fact]
    public void What_was_replaced_and_is_not_deleted_yet_is_deleted_beside_its_replacement()
    {
        var old = Resource(Tag, "a", ("name", Samples.Text("a")));

        var plan = Compare([old, old with { Id = "older", PendingDelete = true }], Declared(Tag, "a", ("name", Samples.Text("a"))));

        Assert.Equal([StepOp.Same, StepOp.Delete], plan.Steps.Where(step => step.Resource.Name == "a").Select(step => step.Op));
        Assert.Contains("delete  replaced earlier", new Preview.Rendering.PlanTree(Preview.Rendering.InputDetail.None, Preview.Rendering.Palette.Plain).Render(plan), StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_deleted_for_a_replacement_that_never_came_is_replaced_now()
    {
        var plan = Compare([Resource(Tag, "a") with { PendingReplacement = true }], Declared(Tag, "a"));

        Assert.Equal((StepOp.Replace, "pendingReplacement"), (Step(plan, "a").Op, Assert.Single(Step(plan, "a").Change!.ReplaceReasons)));
    }

    [Fact]
    public void What_was_deleted_for_a_replacement_that_nobody_wants_any_more_is_forgotten() =>
        Assert.Equal(StepOp.RemovePendingReplace, Step(Compare([Resource(Tag, "a") with { PendingReplacement = true }]), "a").Op);

    [Fact]
    public void What_failed_to_start_is_tried_again() =>
        Assert.Equal(StepOp.Update, Step(Compare([Resource(Tag, "a") with { HasInitErrors = true }], Declared(Tag, "a")), "a").Op);

    [Fact]
    public void What_was_only_read_is_made_when_the_program_declares_it() =>
        Assert.Equal(StepOp.Replace, Step(Compare([Resource(Tag, "a") with { External = true }], Declared(Tag, "a")), "a").Op);

    [Theory]
    [InlineData("a-id", StepOp.Same)]
    [InlineData("other", StepOp.Replace)]
    public void An_import_of_another_id_replaces(string id, StepOp expected)
    {
        var declared = Declared(Tag, "a") with { Options = new() { ImportId = id } };

        Assert.Equal(expected, Step(Compare([Resource(Tag, "a")], declared), "a").Op);
    }

    [Fact]
    public void A_resource_follows_the_one_that_it_is_to_be_replaced_with()
    {
        var first = Declared(Tag, "a", ("name", Samples.Text("new")));
        var second = Declared(Tag, "b") with { Options = new() { ReplaceWith = [first.Urn] } };

        var plan = Compare([Resource(Tag, "a", ("name", Samples.Text("old"))), Resource(Tag, "b")], first, second);

        Assert.Equal(["replaceWith"], Step(plan, "b").Change!.ReplaceReasons);
    }

    [Fact]
    public void Default_providers_come_and_go_without_a_step()
    {
        var old = Resource("pulumi:providers:digitalocean", "default_4_70_0") with { Parent = "" };
        var tag = Resource(Tag, "a") with { Provider = $"{old.Urn}::7a3d8e52-1111-4222-8333-944455556666" };

        Assert.True(Compare([old, tag], Declared(Tag, "a")).HasNoChanges);
    }

    [Fact]
    public void Another_explicit_provider_replaces()
    {
        var first = Resource("pulumi:providers:digitalocean", "first");
        var second = Declared("pulumi:providers:digitalocean", "second");
        var tag = Declared(Tag, "a") with { Provider = $"{second.Urn}::{SpecialValues.Unknown}" };

        var plan = Compare([first, Resource(Tag, "a") with { Provider = $"{first.Urn}::1" }], second, tag);

        Assert.Equal(["provider"], Step(plan, "a").Change!.ReplaceReasons);
        Assert.Equal(StepOp.Delete, Step(plan, "first").Op);
    }

    [Fact]
    public void What_the_engine_adds_to_a_provider_is_no_change()
    {
        var old = Resource("pulumi:providers:docker", "d", ("host", Samples.Text("ssh://a")), ("version", Samples.Text("5.1.0")), ("__internal", Samples.Map()));

        Assert.True(Compare([old], Declared("pulumi:providers:docker", "d", ("host", Samples.Text("ssh://a")))).HasNoChanges);
    }

    [Fact]
    public void An_update_of_a_type_without_a_schema_may_be_a_replacement_and_says_so()
    {
        var plan = Compare([Resource(Foreign, "a", ("x", Samples.Text("1")))], Declared(Foreign, "a", ("x", Samples.Text("2"))));

        Assert.Equal(StepOp.Update, Step(plan, "a").Op);
        Assert.Contains(plan.Diagnostics, diagnostic => diagnostic.Severity == Severity.Warning && diagnostic.Message.Contains("replacement", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("digitalocean:index/droplet:Droplet", "size", StepOp.Same)]
    [InlineData("command:remote:Command", "update", StepOp.Update)]
    [InlineData("command:remote:Command", "triggers", StepOp.Replace)]
    public void What_is_made_of_an_updated_resource_changes_only_if_its_outputs_may(string type, string input, StepOp expected)
    {
        var source = Declared(type, "source", (input, Samples.Text("new")));
        var tag = Declared(Tag, "a", ("name", PropertyValue.Unknown.Instance)) with
        {
            PropertyDependencies = new Dictionary<string, IReadOnlyList<string>> { ["name"] = [source.Urn] },
        };

        var plan = Compare([Resource(type, "source", (input, Samples.Text("old"))), Resource(Tag, "a", ("name", Samples.Text("a")))], source, tag);

        Assert.Equal(expected == StepOp.Same ? StepOp.Same : StepOp.Replace, Step(plan, "a").Op);
    }

    [Fact]
    public void What_makes_way_passes_it_on_and_may_not_be_protected()
    {
        var first = Declared(Samples.DropletType, "a", ("region", Samples.Text("ams3"))) with { Options = new() { DeleteBeforeReplace = true } };
        var second = On(first, "b");
        var third = On(second, "c");

        var plan = Compare(
            [
                Resource(Samples.DropletType, "a", ("region", Samples.Text("fra1"))),
                Resource("digitalocean:index/volumeAttachment:VolumeAttachment", "b", ("dropletId", new PropertyValue.Number(1))),
                Resource("digitalocean:index/volumeAttachment:VolumeAttachment", "c", ("dropletId", new PropertyValue.Number(2))) with { Options = new() { Protect = true } },
            ],
            first,
            second,
            third);

        Assert.Equal([false, true, true], new[] { "a", "b", "c" }.Select(name => Step(plan, name).Change!.MakesWay));
        Assert.Equal(third.Urn, Assert.Single(plan.Comparison!.Blockers).Urn);
    }

    [Fact]
    public void Unprotecting_and_replacing_is_one_update()
    {
        var old = Resource(Samples.DropletType, "a", ("region", Samples.Text("fra1"))) with { Options = new() { Protect = true } };

        Assert.Empty(Compare([old], Declared(Samples.DropletType, "a", ("region", Samples.Text("ams3")))).Comparison!.Blockers);
    }

    [Fact]
    public void An_interrupted_update_is_told()
    {
        var tag = Resource(Tag, "a");

        var plan = Compare(new Preview.Earlier.EarlierState("s", Preview.Earlier.EarlierKind.State, [Root, tag], [tag.Urn]), Declared(Tag, "a"));

        Assert.Contains("interrupted", Assert.Single(plan.Diagnostics).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_resource_that_moves_to_another_parent_with_an_alias_stays()
    {
        var old = Resource(Tag, "a");
        var group = Declared("shop:compute:Nodes", "group");
        var moved = Samples.Step(Tag, "a", group.Urn).Resource with { Options = new() { Aliases = [old.Urn] } };

        var plan = Compare([old], group, moved);

        Assert.Equal([StepOp.Same, StepOp.Create, StepOp.Same], plan.Steps.Select(step => step.Op));
    }

    private static Registration On(Registration source, string name) => Declared("digitalocean:index/volumeAttachment:VolumeAttachment", name, ("dropletId", PropertyValue.Unknown.Instance)) with
    {
        PropertyDependencies = new Dictionary<string, IReadOnlyList<string>> { ["dropletId"] = [source.Urn] },
        Dependencies = [source.Urn],
    };
}
