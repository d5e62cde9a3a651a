namespace Sdks.Tests.Recordings.Facts;

/// <summary>Invokes: when they are sent and what becomes of their answers.</summary>
public class InvokeFactTests
{
    private const string Token = "cloudflare:index/getIpRanges:getIpRanges";
    private const string Answer = $$"""{ "invokes": { "{{Token}}": { "id": "i", "etag": "e", "ipv4Cidrs": ["192.0.2.0/24"] } } }""";

    [Fact]
    public async Task An_invoke_of_an_unknown_argument_is_not_sent_and_its_result_is_unknown_without_dependencies()
    {
        var conversation = await FactProgram.PreviewAsync("""
            var ranges = Pulumi.Cloudflare.GetIpRanges.Invoke(new() { Networks = new Thing("first").Text });
            _ = new Thing("t", new() { ["x"] = ranges.Apply(r => r.Etag) });
            """);

        Assert.Empty(conversation.Of("Invoke"));
        Assert.Equal("{x: unknown}", conversation.Inputs("t"));
        Assert.Equal("[]", conversation.Field("t", "dependencies"));
    }

    [Fact]
    public async Task An_invoke_is_not_sent_while_a_resource_behind_its_arguments_does_not_exist()
    {
        var conversation = await FactProgram.PreviewAsync("""
            var ranges = Pulumi.Cloudflare.GetIpRanges.Invoke(new() { Networks = new Thing("first").Urn.Apply(_ => "known") });
            outputs["etag"] = ranges.Apply(r => r.Etag);
            """);

        Assert.Empty(conversation.Of("Invoke"));
        Assert.Equal("{etag: unknown}", conversation.StackOutputs());
    }

    [Fact]
    public async Task A_result_depends_on_what_its_arguments_depend_on()
    {
        var conversation = await FactProgram.UpdateAsync("""
            var ranges = Pulumi.Cloudflare.GetIpRanges.Invoke(new() { Networks = new Thing("first").Id });
            _ = new Thing("t", new() { ["x"] = ranges.Apply(r => r.Etag) });
            """, Answer);

        Assert.Equal("{x: 'e'}", conversation.Inputs("t"));
        Assert.Equal("['urn:pulumi:dev::wire::test:index:Thing::first']", conversation.Field("t", "dependencies"));
    }

    [Fact]
    public async Task A_secret_anywhere_in_an_answer_makes_the_whole_result_secret()
    {
        var conversation = await FactProgram.UpdateAsync("""
            var ranges = Pulumi.Cloudflare.GetIpRanges.Invoke(new());
            outputs["id"] = ranges.Apply(r => r.Id);
            outputs["plain"] = (await Pulumi.Cloudflare.GetIpRanges.InvokeAsync(new())).Etag;
            """, $$"""
            { "invokes": { "{{Token}}": { "id": "i", "ipv4Cidrs": [], "etag": { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", "value": "e" } } } }
            """);

        Assert.Equal("{id: secret('i'), plain: 'e'}", conversation.StackOutputs());
    }

    [Fact]
    public async Task Awaited_unknowns_are_defaults()
    {
        var conversation = await FactProgram.PreviewAsync(
            """outputs["isNull"] = (await Pulumi.Cloudflare.GetIpRanges.InvokeAsync(new())).Etag is null;""",
            $$"""{ "invokes": { "{{Token}}": { "id": "i", "etag": "04da6b54-80e4-46f7-96ec-b56ff0331ba9" } } }""");

        Assert.Equal("{isNull: true}", conversation.StackOutputs());
    }

    [Fact]
    public async Task An_invoke_uses_the_provider_of_the_resource_named_as_its_parent()
    {
        var conversation = await FactProgram.UpdateAsync("""
            var group = new Group("group", new() { Providers = { new Pulumi.Cloudflare.Provider("p", new() { ApiToken = "t" }) } });
            _ = await Pulumi.Cloudflare.GetIpRanges.InvokeAsync(new(), new() { Parent = group });
            """, Answer);

        Assert.Equal("urn:pulumi:dev::wire::pulumi:providers:cloudflare::p::p-id", conversation.Of("Invoke").Single().Text("provider"));
    }
}
