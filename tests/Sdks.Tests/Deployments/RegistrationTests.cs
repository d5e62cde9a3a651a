using Pulumi;
using Sdks.Tests.Support;

namespace Sdks.Tests.Deployments;

public class RegistrationTests
{
    [Fact]
    public async Task The_stack_comes_first_and_is_every_resources_parent()
    {
        var sent = await TestProgram.SentByAsync(() => _ = new Widget("w"));

        Assert.Equal(["shop-dev", "w"], sent.Registered.Select(request => request.Name));
        Assert.Equal("", sent["shop-dev"].Parent);
        Assert.Equal(FakeMonitor.UrnOf("pulumi:pulumi:Stack", "shop-dev"), sent["w"].Parent);
    }

    [Fact]
    public async Task What_was_not_given_is_not_sent()
    {
        var sent = await TestProgram.SentByAsync(() => _ = new Widget("w", new() { Label = "x" }));

        Assert.Equal(["label"], sent["w"].Object.Fields.Keys);
        Assert.Equal(["label"], sent["w"].PropertyDependencies.Keys);
        Assert.False(sent["w"].HasProtect);
        Assert.False(sent["w"].HasRetainOnDelete);
        Assert.Null(sent["w"].CustomTimeouts);
        Assert.NotNull(sent["w"].Hooks);
    }

    [Fact]
    public async Task An_empty_collection_is_sent_when_it_was_assigned()
    {
        var sent = await TestProgram.SentByAsync(() => _ = new Widget("w", new() { Tags = new List<string>(), Env = new Dictionary<string, string>() }));

        Assert.Empty(sent["w"].Object.Fields["tags"].ListValue.Values);
        Assert.Empty(sent["w"].Object.Fields["env"].StructValue.Fields);
    }

    [Fact]
    public async Task An_input_depends_on_the_resource_it_comes_from()
    {
        var sent = await TestProgram.SentByAsync(() =>
        {
            var first = new Widget("first", new() { Label = "x" });
            _ = new Widget("second", new() { Label = Output.Format($"{first.Label}"), Size = 1 });
        });

        Assert.Equal([FakeMonitor.Widget("first")], sent["second"].Dependencies);
        Assert.Equal([FakeMonitor.Widget("first")], sent["second"].PropertyDependencies["label"].Urns);
        Assert.Empty(sent["second"].PropertyDependencies["size"].Urns);
    }

    [Fact]
    public async Task An_input_that_turns_out_null_leaves_no_dependency()
    {
        var sent = await TestProgram.SentByAsync(() =>
        {
            var first = new Widget("first");
            _ = new Widget("second", new() { Label = first.Label.Apply(label => label!) });
        });

        Assert.Empty(sent["second"].Dependencies);
        Assert.DoesNotContain("label", sent["second"].PropertyDependencies.Keys);
    }

    [Fact]
    public async Task In_a_preview_what_the_answer_lacks_is_sent_on_as_unknown()
    {
        var sent = await TestProgram.SentByAsync(
            () =>
            {
                var first = new Widget("first");
                _ = new Widget("second", new() { Label = first.Label.Apply(label => label!), Tags = { "a", first.Id } });
            },
            isDryRun: true);

        var inputs = sent["second"].Object.Fields;
        Assert.Equal("04da6b54-80e4-46f7-96ec-b56ff0331ba9", inputs["label"].StringValue);
        Assert.Equal(["a", "04da6b54-80e4-46f7-96ec-b56ff0331ba9"], inputs["tags"].ListValue.Values.Select(value => value.StringValue));
        Assert.Equal([FakeMonitor.Widget("first")], sent["second"].PropertyDependencies["tags"].Urns);
    }

    [Fact]
    public async Task A_secret_travels_as_a_secret_where_it_is_nested()
    {
        var sent = await TestProgram.SentByAsync(() => _ = new Widget("w", new()
        {
            Env = { ["OPEN"] = "x", ["CLOSED"] = Output.CreateSecret("y") },
            Part = new WidgetPartArgs { Name = "p", Password = Output.CreateSecret("pw") },
        }));

        var env = sent["w"].Object.Fields["env"].StructValue.Fields;
        Assert.Equal("x", env["OPEN"].StringValue);
        Assert.Equal("y", Secret(env["CLOSED"]));
        Assert.Equal("pw", Secret(sent["w"].Object.Fields["part"].StructValue.Fields["password"]));
    }

    [Fact]
    public async Task A_resource_is_sent_as_a_reference_or_as_its_id()
    {
        var monitor = new FakeMonitor { Unsupported = { "resourceReferences" } };
        void Program() => _ = new Widget("second", new() { Anything = Output.Create<object>(new Widget("first")) });

        var reference = (await TestProgram.SentByAsync(Program))["second"].Object.Fields["anything"].StructValue.Fields;
        Assert.Equal(0, await TestProgram.RunAsync(monitor, Program));

        Assert.Equal(FakeMonitor.Widget("first"), reference["urn"].StringValue);
        Assert.Equal("first-id", reference["id"].StringValue);
        Assert.Equal("first-id", monitor["second"].Object.Fields["anything"].StringValue);
    }

    [Fact]
    public async Task Json_arguments_are_sent_as_protobufs_text()
    {
        var sent = await TestProgram.SentByAsync(() =>
        {
            _ = new Widget("number", new() { Settings = 2.5 });
            _ = new Widget("list", new() { Settings = new[] { "-o", "x" } });
            _ = new Widget("secret", new() { Settings = Output.CreateSecret<object>(new[] { true }) });
        });

        Assert.Equal("2.5", sent["number"].Object.Fields["settings"].StringValue);
        Assert.Equal("""[ "-o", "x" ]""", sent["list"].Object.Fields["settings"].StringValue);
        Assert.Equal("[ true ]", Secret(sent["secret"].Object.Fields["settings"]));
    }

    [Fact]
    public async Task Enumerations_travel_as_what_they_stand_for()
    {
        var sent = await TestProgram.SentByAsync(() => _ = new Widget("w", new() { Color = Color.Red, Anything = DayOfWeek.Tuesday }));

        Assert.Equal("red", sent["w"].Object.Fields["color"].StringValue);
        Assert.Equal(2, sent["w"].Object.Fields["anything"].NumberValue);
    }

    [Fact]
    public async Task Features_are_probed_once()
    {
        var sent = await TestProgram.SentByAsync(() =>
        {
            for (var i = 0; i < 20; i++)
                _ = new Widget($"w{i}");
        });

        Assert.Equal(["aliasSpecs", "resourceReferences"], sent.Probed.Order());
    }

    [Fact]
    public async Task Two_thousand_resources_register_at_once()
    {
        var sent = await TestProgram.SentByAsync(() =>
        {
            for (var i = 0; i < 2000; i++)
                _ = new Widget($"w{i}", new() { Label = "x" });
        });

        Assert.Equal(2001, sent.Registered.Count);
    }

    private static string Secret(Google.Protobuf.WellKnownTypes.Value value)
    {
        var fields = value.StructValue.Fields;
        Assert.Equal("1b47061264138c4ac30d75fd1eb44270", fields["4dabf18193072939515e22adb298388d"].StringValue);
        return fields["value"].StringValue;
    }
}
