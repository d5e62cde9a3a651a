using Preview.Answers;
using Preview.Engine;
using Preview.Planning;
using Preview.Tests.Support;
using Pulumi.Protocol;
using Pulumirpc;

namespace Preview.Tests.Engine;

public class ResourceMonitorServerTests
{
    [Fact]
    public async Task A_preview_echoes_inputs_and_knows_no_id()
    {
        await using var client = await WireClient.ConnectAsync();
        var inputs = Samples.Members(("region", Samples.Text("fra1")), ("userData", new PropertyValue.Secret(Samples.Text("x"))));

        var response = await client.RegisterDropletAsync("web", [.. inputs.Select(input => (input.Key, input.Value))]);

        Assert.Equal(("urn:pulumi:dev::shop::digitalocean:index/droplet:Droplet::web", ""), (response.Urn, response.Id));
        Assert.Equal(new PropertyValue.Map(inputs), PropertyValueCodec.DecodeMap(response.Object));
    }

    [Fact]
    public async Task Every_option_reaches_the_plan()
    {
        await using var client = await WireClient.ConnectAsync();
        var pet = await client.RegisterAsync(new() { Type = "random:index/randomPet:RandomPet", Name = "pet", Parent = Samples.Stack, Custom = true });

        await client.RegisterAsync(FullRequest(pet.Urn));

        var resource = client.Plan.Steps.Single(step => step.Resource.Name == "web").Resource;
        Assert.Equal([pet.Urn], resource.Dependencies);
        Assert.Equal([pet.Urn], resource.PropertyDependencies["name"]);
        Assert.Equal(("4.76.0", true, true, true), (resource.Version, resource.Options.Protect, resource.Options.RetainOnDelete, resource.Options.DeleteBeforeReplace));
        Assert.Equal(new OperationTimeouts(300, 0, 60), resource.Options.Timeouts);
        Assert.Equal(["image"], resource.Options.IgnoreChanges);
        Assert.Equal(["size"], resource.Options.ReplaceOnChanges);
        Assert.Equal(["ipv4Address"], resource.Options.AdditionalSecretOutputs);
        Assert.Equal(pet.Urn, resource.Options.DeletedWith);
        Assert.Equal(
            ["urn:pulumi:dev::old::a:b:C::x", "urn:pulumi:dev::shop::digitalocean:index/droplet:Droplet::old-web"],
            resource.Options.Aliases);
    }

    [Fact]
    public async Task Outputs_of_a_component_replace_its_state()
    {
        await using var client = await WireClient.ConnectAsync();
        var component = await client.RegisterAsync(new() { Type = "shop:compute:Nodes", Name = "nodes", Parent = Samples.Stack });
        var outputs = Samples.Members(("address", PropertyValue.Unknown.Instance));

        await client.CallAsync(ResourceMonitorMethods.RegisterResourceOutputs, Outputs(component.Urn, outputs));

        Assert.Equal(outputs, client.Plan.Steps.Single(step => step.Urn == component.Urn).Outputs);
    }

    [Fact]
    public async Task A_resource_that_is_read_keeps_its_id_and_is_no_creation()
    {
        await using var client = await WireClient.ConnectAsync();

        var read = await client.CallAsync(
            ResourceMonitorMethods.ReadResource,
            new() { Type = Samples.DropletType, Name = "old", Id = "42", Parent = Samples.Stack });

        Assert.Equal("urn:pulumi:dev::shop::digitalocean:index/droplet:Droplet::old", read.Urn);
        Assert.Equal((StepOp.Read, "42"), (client.Plan.Steps[^1].Op, client.Plan.Steps[^1].Id));
    }

    [Fact]
    public async Task Outputs_of_another_stack_are_unknown()
    {
        await using var client = await WireClient.ConnectAsync();

        var read = await client.CallAsync(
            ResourceMonitorMethods.ReadResource,
            new() { Type = "pulumi:pulumi:StackReference", Name = "acme/shop/prod", Id = "acme/shop/prod", Parent = Samples.Stack });

        Assert.Equal(PropertyValue.Unknown.Instance, PropertyValueCodec.DecodeMap(read.Properties).Members["outputs"]);
    }

    [Fact]
    public async Task An_import_is_planned_as_one()
    {
        await using var client = await WireClient.ConnectAsync();

        await client.RegisterAsync(new() { Type = Samples.DropletType, Name = "old", Parent = Samples.Stack, Custom = true, ImportId = "42" });

        Assert.Equal(StepOp.Import, client.Plan.Steps[^1].Op);
    }

    [Fact]
    public async Task Known_functions_are_answered_and_others_are_unknown()
    {
        await using var client = await WireClient.ConnectAsync();

        var ranges = await client.CallAsync(ResourceMonitorMethods.Invoke, new() { Tok = KnownFacts.CloudflareRangesToken });
        var zone = await client.CallAsync(ResourceMonitorMethods.Invoke, new() { Tok = "cloudflare:index/getZone:getZone" });

        Assert.Equal(Samples.Texts(KnownFacts.CloudflareIpv4), PropertyValueCodec.DecodeMap(ranges.Return).Members["ipv4Cidrs"]);
        Assert.Equal((false, true), (ranges.Unknown, zone.Unknown));
        Assert.Equal(PropertyValue.Unknown.Instance, PropertyValueCodec.DecodeMap(zone.Return).Members["id"]);
    }

    [Fact]
    public async Task A_resource_can_be_looked_up_by_its_urn()
    {
        await using var client = await WireClient.ConnectAsync();
        var droplet = await client.RegisterDropletAsync("web", ("region", Samples.Text("fra1")));

        var found = await client.CallAsync(ResourceMonitorMethods.Invoke, new()
        {
            Tok = "pulumi:pulumi:getResource",
            Args = PropertyValueCodec.EncodeMap(new(Samples.Members(("urn", Samples.Text(droplet.Urn))))),
        });

        Assert.Equal(Samples.Map(("region", Samples.Text("fra1"))), PropertyValueCodec.DecodeMap(found.Return).Members["state"]);
    }

    [Theory]
    [InlineData("secrets", true)]
    [InlineData("resourceReferences", true)]
    [InlineData("outputValues", true)]
    [InlineData("aliasSpecs", true)]
    [InlineData("deletedWith", true)]
    [InlineData("transforms", false)]
    [InlineData("resourceHooks", false)]
    [InlineData("parameterization", false)]
    public async Task Says_which_features_it_has(string feature, bool expected)
    {
        await using var client = await WireClient.ConnectAsync();

        Assert.Equal(expected, (await client.CallAsync(ResourceMonitorMethods.SupportsFeature, new() { Id = feature })).HasSupport);
    }

    [Fact]
    public async Task A_thousand_registrations_at_once_are_all_planned()
    {
        await using var client = await WireClient.ConnectAsync();

        await Task.WhenAll(Enumerable.Range(0, 1_000).Select(index => client.RegisterDropletAsync($"node-{index}")));

        Assert.Equal(1_001, client.Plan.Changes[StepOp.Create]);
    }

    private static RegisterResourceRequest FullRequest(string pet) => new()
    {
        Type = Samples.DropletType,
        Name = "web",
        Parent = Samples.Stack,
        Custom = true,
        Version = "4.76.0",
        Protect = true,
        RetainOnDelete = true,
        DeleteBeforeReplace = true,
        DeleteBeforeReplaceDefined = true,
        DeletedWith = pet,
        Dependencies = { pet },
        PropertyDependencies = { ["name"] = new() { Urns = { pet } } },
        IgnoreChanges = { "image" },
        ReplaceOnChanges = { "size" },
        AdditionalSecretOutputs = { "ipv4Address" },
        CustomTimeouts = new() { Create = "300000000000ns", Delete = "60000000000ns" },
        Aliases =
        {
            new Alias { Urn = "urn:pulumi:dev::old::a:b:C::x" },
            new Alias { Spec = new() { Name = "old-web", ParentUrn = Samples.Stack } },
        },
    };

    private static RegisterResourceOutputsRequest Outputs(string urn, IReadOnlyDictionary<string, PropertyValue> outputs) =>
        new() { Urn = urn, Outputs = PropertyValueCodec.EncodeMap(new(outputs)) };
}
