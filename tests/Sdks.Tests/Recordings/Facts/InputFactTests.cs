namespace Sdks.Tests.Recordings.Facts;

/// <summary>How values of a program are written into the inputs of a request.</summary>
public class InputFactTests
{
    [Fact]
    public async Task Nulls_are_dropped_from_objects_and_kept_in_lists()
    {
        var conversation = await FactProgram.UpdateAsync("""
            _ = new Thing("t", new()
            {
                ["gone"] = null,
                ["list"] = new List<object?> { "a", null, Output.Create((string?)null) },
                ["map"] = new Dictionary<string, object?> { ["kept"] = "b", ["gone"] = null },
            });
            """);

        Assert.Equal("{list: ['a', null, null], map: {kept: 'b'}}", conversation.Inputs("t"));
    }

    [Fact]
    public async Task A_null_input_has_no_property_dependencies()
    {
        var conversation = await FactProgram.UpdateAsync("""
            var first = new Thing("first");
            _ = new Thing("t", new() { ["none"] = first.Text, ["some"] = first.Id });
            """);

        Assert.Equal("{some: 'first-id'}", conversation.Inputs("t"));
        Assert.Equal("{some: {urns: ['urn:pulumi:dev::wire::test:index:Thing::first']}}", conversation.Field("t", "propertyDependencies"));
    }

    [Fact]
    public async Task A_list_is_sent_when_it_was_assigned_even_if_it_is_empty()
    {
        var conversation = await FactProgram.UpdateAsync("""
            _ = new Pulumi.DigitalOcean.Firewall("initialised", new() { Name = "f", Tags = { } });
            _ = new Pulumi.DigitalOcean.Firewall("assigned", new() { Name = "f", Tags = new InputList<string>() });
            _ = new Pulumi.DigitalOcean.Firewall("unset", new() { Name = "f" });
            """);

        Assert.Equal("{name: 'f'}", conversation.Inputs("initialised"));
        Assert.Equal("{name: 'f'}", conversation.Inputs("unset"));
        Assert.Equal("{name: 'f', tags: []}", conversation.Inputs("assigned"));
    }

    [Fact]
    public async Task A_default_list_of_an_answer_is_sent_as_an_empty_list_with_its_dependencies()
    {
        var conversation = await FactProgram.UpdateAsync("""
            var first = new Thing("first");
            _ = new Thing("t", new() { ["list"] = first.List });
            """);

        Assert.Equal("{list: []}", conversation.Inputs("t"));
        Assert.Equal("['urn:pulumi:dev::wire::test:index:Thing::first']", conversation.Field("t", "dependencies"));
    }

    [Theory]
    [InlineData("1L", "System.Int64")]
    [InlineData("1f", "System.Single")]
    [InlineData("1m", "System.Decimal")]
    [InlineData("Guid.Empty", "System.Guid")]
    public async Task Types_that_have_no_form_on_the_wire_are_refused(string value, string type)
    {
        var conversation = await FactProgram.UpdateAsync($$"""_ = new Thing("t", new() { ["x"] = {{value}} });""");

        Assert.Equal(32, conversation.ExitCode);
        Assert.Contains($"error serializing property \"x\": {type} is not a supported argument type.", conversation.Error(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Numbers_and_enums_of_numbers_are_sent_as_numbers()
    {
        var conversation = await FactProgram.UpdateAsync("""_ = new Thing("t", new() { ["day"] = DayOfWeek.Tuesday, ["i"] = 7, ["d"] = 1.5 });""");

        Assert.Equal("{d: 1.5, day: 2, i: 7}", conversation.Inputs("t"));
    }

    [Fact]
    public async Task Secrets_stay_where_they_are_nested()
    {
        var conversation = await FactProgram.UpdateAsync("""
            _ = new Thing("t", new()
            {
                ["list"] = new List<object?> { "open", Output.CreateSecret("l") },
                ["map"] = new Dictionary<string, object?> { ["m"] = Output.CreateSecret("v") },
                ["twice"] = Output.CreateSecret(new Dictionary<string, object?> { ["inner"] = Output.CreateSecret("s") }),
            });
            """);

        Assert.Equal("{list: ['open', secret('l')], map: {m: secret('v')}, twice: secret({inner: secret('s')})}", conversation.Inputs("t"));
    }

    [Fact]
    public async Task Json_nulls_are_kept()
    {
        var conversation = await FactProgram.UpdateAsync(
            """_ = new Thing("t", new() { ["json"] = System.Text.Json.JsonDocument.Parse("{\"a\":null,\"b\":[null,1]}").RootElement });""");

        Assert.Equal("{json: {a: null, b: [null, 1]}}", conversation.Inputs("t"));
    }

    [Fact]
    public async Task A_resource_is_sent_as_a_reference_with_an_empty_id_while_it_has_none()
    {
        var conversation = await FactProgram.PreviewAsync("""
            outputs["custom"] = new Thing("first");
            outputs["component"] = new Group("group");
            """);

        Assert.Equal(
            "{component: resource(urn: 'urn:pulumi:dev::wire::test:index:Group::group'), "
            + "custom: resource(id: '', urn: 'urn:pulumi:dev::wire::test:index:Thing::first')}",
            conversation.StackOutputs());
    }
}
