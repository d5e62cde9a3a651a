using Pulumi;
using Sdks.Tests.Support;

namespace Sdks.Tests.Deployments;

public class RegistrationOptionsTests
{
    [Fact]
    public async Task Protection_is_inherited_and_can_be_lifted()
    {
        var sent = await TestProgram.SentByAsync(() => _ = new Group(
            "group",
            group =>
            {
                _ = new Widget("inherits", options: new() { Parent = group });
                _ = new Widget("open", options: new() { Parent = group, Protect = false });
            },
            new() { Protect = true }));

        Assert.True(sent["inherits"].Protect);
        Assert.True(sent["open"] is { HasProtect: true, Protect: false });
    }

    [Fact]
    public async Task Timeouts_are_sent_in_nanoseconds()
    {
        var sent = await TestProgram.SentByAsync(() => _ = new Widget("w", options: new()
        {
            CustomTimeouts = new() { Create = TimeSpan.FromMinutes(5), Update = TimeSpan.FromMilliseconds(1500) },
        }));

        Assert.Equal("300000000000ns", sent["w"].CustomTimeouts.Create);
        Assert.Equal("1500000000ns", sent["w"].CustomTimeouts.Update);
        Assert.Equal("", sent["w"].CustomTimeouts.Delete);
    }

    [Fact]
    public async Task The_users_version_wins_over_the_packages()
    {
        var sent = await TestProgram.SentByAsync(() =>
        {
            _ = new Widget("own");
            _ = new Widget("users", options: new() { Version = "9.9.9" });
        });

        Assert.Equal("1.2.3", sent["own"].Version);
        Assert.Equal("9.9.9", sent["users"].Version);
    }

    [Fact]
    public async Task Deletion_with_another_resource_and_replacement_are_sent()
    {
        var sent = await TestProgram.SentByAsync(() =>
        {
            var anchor = new Widget("anchor");
            _ = new Widget("w", options: new()
            {
                DeletedWith = anchor,
                ReplaceWith = { anchor },
                ReplacementTrigger = Output.CreateSecret<object>("v7"),
                DeleteBeforeReplace = false,
                RetainOnDelete = true,
            });
        });

        Assert.Equal(FakeMonitor.Widget("anchor"), sent["w"].DeletedWith);
        Assert.Equal([FakeMonitor.Widget("anchor")], sent["w"].ReplaceWith);
        Assert.Equal("v7", sent["w"].ReplacementTrigger.StructValue.Fields["value"].StringValue);
        Assert.True(sent["w"] is { DeleteBeforeReplaceDefined: true, DeleteBeforeReplace: false, RetainOnDelete: true });
    }

    [Fact]
    public async Task An_option_that_the_engine_does_not_know_fails_the_program()
    {
        var monitor = new FakeMonitor { Unsupported = { "deletedWith" } };

        var exitCode = await TestProgram.RunAsync(monitor, () => _ = new Widget("w", options: new() { DeletedWith = new Widget("anchor") }));

        Assert.Equal(32, exitCode);
        Assert.Contains(monitor.Logged, log => log.Message.Contains(
            "The Pulumi CLI does not support the DeletedWith option. Please update the Pulumi CLI.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_providers_reference_is_handed_down_to_its_packages_resources()
    {
        var sent = await TestProgram.SentByAsync(() =>
        {
            var (acme, other) = (new AcmeProvider("acme"), new AcmeProvider("other", package: "other"));
            _ = new Group(
                "group",
                group => _ = new Group("inner", inner => _ = new Widget("w", options: new() { Parent = inner }), new() { Parent = group }),
                new() { Providers = { acme, other } });
            _ = new Widget("default");
        });

        Assert.Equal($"{FakeMonitor.UrnOf("pulumi:providers:acme", "acme")}::acme-id", sent["w"].Provider);
        Assert.Equal("", sent["default"].Provider);
        Assert.Empty(sent["group"].Providers);
        Assert.Equal("", sent["inner"].Provider);
    }

    [Fact]
    public async Task A_child_of_a_resource_uses_the_same_provider()
    {
        var sent = await TestProgram.SentByAsync(() =>
        {
            var parent = new Widget("parent", options: new() { Provider = new AcmeProvider("acme") });
            _ = new Widget("child", options: new() { Parent = parent });
        });

        Assert.Equal(sent["parent"].Provider, sent["child"].Provider);
        Assert.NotEqual("", sent["child"].Provider);
    }

    [Fact]
    public async Task A_provider_whose_id_is_not_known_is_referred_to_by_the_sentinel()
    {
        var sent = await TestProgram.SentByAsync(() => _ = new Widget("w", options: new() { Provider = new AcmeProvider("acme") }), isDryRun: true);

        Assert.EndsWith("::acme::04da6b54-80e4-46f7-96ec-b56ff0331ba9", sent["w"].Provider, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Transformations_change_the_resource_then_its_parents_do()
    {
        ResourceTransformation Tag(string tag) => given =>
        {
            ((WidgetArgs)given.Args).Tags.Add(tag);
            return new ResourceTransformationResult(given.Args, given.Options);
        };
        var sent = await TestProgram.SentByAsync(() => _ = new Group(
            "group",
            group => _ = new Widget("w", options: new() { Parent = group, ResourceTransformations = { Tag("own") } }),
            new() { ResourceTransformations = { given => given.Args is WidgetArgs ? Tag("parent")(given) : null } }));

        Assert.Equal(["own", "parent"], sent["w"].Object.Fields["tags"].ListValue.Values.Select(value => value.StringValue));
    }

    [Fact]
    public async Task Options_given_to_two_resources_stay_as_they_were()
    {
        var options = new CustomResourceOptions();
        await TestProgram.SentByAsync(() => _ = new Group(
            "group",
            group =>
            {
                options.Parent = group;
                _ = new CustomResource("acme:index/widget:Widget", "w", null, options);
            },
            new() { Protect = true }));

        Assert.Null(options.Protect);
        Assert.Null(options.Provider);
    }
}
