using System.Collections.Immutable;
using Moq;
using Pulumi;
using Pulumi.Testing;
using Sdks.Tests.Support;

namespace Sdks.Tests.Testing;

public class MocksTests
{
    private static readonly TestOptions Update = new() { IsPreview = false };

    [Fact]
    public async Task Mocks_are_handed_plain_inputs()
    {
        var mocks = new SeeingMocks();

        await Deployment.TestAsync(mocks, Update, () => _ = new Widget("w", new()
        {
            Size = 2,
            Tags = { "a" },
            Env = { ["K"] = Output.CreateSecret("v") },
            Anything = new StringAsset("text"),
        }));

        var inputs = mocks.Resource("w").Inputs;
        Assert.Equal(2.0, inputs["size"]);
        Assert.Equal(["a"], ((ImmutableArray<object>)inputs["tags"]).Cast<string>());
        Assert.Equal("v", ((ImmutableDictionary<string, object>)inputs["env"])["K"]);
        Assert.IsType<StringAsset>(inputs["anything"]);
    }

    [Fact]
    public async Task An_input_with_an_unknown_part_is_left_out()
    {
        var mocks = new SeeingMocks();

        await Deployment.TestAsync(mocks, new TestOptions(), () =>
        {
            var first = new Widget("first");
            _ = new Widget("second", new() { Env = { ["KNOWN"] = "x", ["UNKNOWN"] = first.Label.Apply(label => label!) }, Size = 1 });
        });

        Assert.Equal(["size"], mocks.Resource("second").Inputs.Keys);
    }

    [Fact]
    public async Task The_program_sees_what_the_mocks_answer()
    {
        var (_, outputs) = await Deployment.TestAsync(
            new SeeingMocks(), Update, () => new Dictionary<string, object?> { ["label"] = new Widget("w").Label, ["id"] = new Widget("v").Id });

        Assert.Equal("mocked", await Assert.IsType<Output<string?>>(outputs["label"]).ValueAsync());
        Assert.Equal("v-id", await Assert.IsType<Output<string>>(outputs["id"]).ValueAsync());
    }

    [Fact]
    public async Task Resources_are_returned_without_the_stack_unless_it_is_a_class()
    {
        var declared = await Deployment.TestAsync(new SeeingMocks(), Update, () => _ = new Widget("w"));
        var withStack = await Deployment.TestAsync<WidgetStack>(new SeeingMocks(), Update);

        Assert.Equal("w", Assert.Single(declared).GetResourceName());
        Assert.Single(withStack.OfType<WidgetStack>());
        Assert.Single(withStack.OfType<Widget>());
    }

    [Fact]
    public async Task Urns_keep_the_stack_and_the_first_type_of_the_chain()
    {
        var resources = await Deployment.TestAsync(
            new SeeingMocks(), Update, () => _ = new Group("group", group => _ = new Widget("w", options: new() { Parent = group })));

        var widget = Assert.Single(resources.OfType<Widget>());
        Assert.Equal("urn:pulumi:stack::project::pulumi:pulumi:Stack$acme:index/widget:Widget::w", await widget.Urn.ValueAsync());
    }

    [Fact]
    public async Task A_mock_that_throws_fails_the_test_with_what_the_user_would_see()
    {
        var mocks = new Mock<IMocks>();
        mocks.Setup(given => given.NewResourceAsync(It.IsAny<MockResourceArgs>())).ThrowsAsync(new InvalidOperationException("the mock refuses"));

        var thrown = await Assert.ThrowsAsync<RunException>(() => Deployment.TestAsync(mocks.Object, Update, () => _ = new Widget("w")));

        Assert.Contains("the mock refuses", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_null_id_is_the_import_id_and_an_empty_one_is_unknown()
    {
        var mocks = new Mock<IMocks>();
        mocks.Setup(given => given.NewResourceAsync(It.IsAny<MockResourceArgs>()))
            .ReturnsAsync((MockResourceArgs args) => (args.Name == "imported" ? null : "", args.Inputs));

        var resources = await Deployment.TestAsync(mocks.Object, Update, () =>
        {
            _ = new Widget("imported", options: new() { ImportId = "i-1" });
            _ = new Widget("new");
        });

        Assert.Equal("i-1", await resources.OfType<Widget>().Single(widget => widget.GetResourceName() == "imported").Id.ValueAsync());
        Assert.False((await resources.OfType<Widget>().Single(widget => widget.GetResourceName() == "new").Id.DataAsync()).IsKnown);
    }

    [Fact]
    public async Task A_stack_reference_reads_secrets_by_their_names()
    {
        var (_, outputs) = await Deployment.TestAsync(new SeeingMocks(), Update, () =>
        {
            var network = new StackReference("acme/network/prod");
            return new Dictionary<string, object?> { ["subnet"] = network.GetOutput("subnet"), ["password"] = network.RequireOutput("password"), ["none"] = network.GetOutput("none") };
        });

        Assert.True(await Assert.IsType<Output<object?>>(outputs["subnet"]).DataAsync() is { IsSecret: false, Value: "10.0.0.0/24" });
        Assert.True(await Assert.IsType<Output<object>>(outputs["password"]).DataAsync() is { IsSecret: true, Value: "pw" });
        Assert.Null(await Assert.IsType<Output<object?>>(outputs["none"]).ValueAsync());
    }

    [Fact]
    public async Task Programs_know_their_names_and_services_construct_stacks()
    {
        var options = new TestOptions { ProjectName = "p", StackName = "s", OrganizationName = "o" };
        var services = new Mock<IServiceProvider>();
        services.Setup(given => given.GetService(typeof(WidgetStack))).Returns(() => new WidgetStack());

        var resources = await Deployment.TestWithServiceProviderAsync<WidgetStack>(new SeeingMocks(), services.Object, options);

        Assert.Equal("p-s", resources.OfType<WidgetStack>().Single().GetResourceName());
    }

    private sealed class SeeingMocks : IMocks
    {
        private readonly System.Collections.Concurrent.ConcurrentQueue<MockResourceArgs> _seen = new();

        public MockResourceArgs Resource(string name) => _seen.Single(args => args.Name == name);

        public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
        {
            _seen.Enqueue(args);
            object state = args.Type == "pulumi:pulumi:StackReference"
                ? new Dictionary<string, object> { ["outputs"] = new Dictionary<string, object> { ["subnet"] = "10.0.0.0/24", ["password"] = "pw" }, ["secretOutputNames"] = new[] { "password" } }
                : args.Name == "first" ? args.Inputs : args.Inputs.SetItem("label", "mocked");
            return Task.FromResult<(string?, object)>(($"{args.Name}-id", state));
        }

        public Task<object> CallAsync(MockCallArgs args) => throw new NotSupportedException("no function is called here");
    }
}
