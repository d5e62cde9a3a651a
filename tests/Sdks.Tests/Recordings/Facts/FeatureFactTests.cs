namespace Sdks.Tests.Recordings.Facts;

/// <summary>What is sent to an engine that lacks a feature.</summary>
public class FeatureFactTests
{
    [Theory]
    [InlineData("up", "'site-vm-id'")]
    [InlineData("dry", "unknown")]
    public async Task Without_resource_references_a_custom_resource_is_sent_as_its_id_and_a_component_as_its_urn(string mode, string id)
    {
        var recorded = Recording.Load($"03-component.{mode}");

        var conversation = await Replay.RunAsync(
            ProgramCompiler.Compile(recorded.Program), EngineScript.Load(recorded.Program, "nofeatures", mode), recorded.Environment);

        Assert.Equal(0, conversation.ExitCode);
        var outputs = conversation.Of("RegisterResourceOutputs").Single(call => call.Text("urn").EndsWith("::site", StringComparison.Ordinal)).Request["outputs"]!;
        Assert.Equal("'urn:pulumi:dev::wire::acme:web:Site$acme:web:Dns::site-dns'", WireText.Of(outputs["dns"]));
        Assert.Equal(id, WireText.Of(outputs["droplet"]));
    }

    [Fact]
    public async Task Without_alias_specs_aliases_are_urns_and_include_those_that_follow_from_the_parents()
    {
        var conversation = await FactProgram.UpdateAsync(
            """
            var parent = new Group("parent", new() { Aliases = { new Alias { Name = "before" } } });
            _ = new Thing("parent-child", options: new() { Parent = parent, Aliases = { new Alias { Type = "test:index:Old" } } });
            """,
            """{ "featuresOff": ["aliasSpecs"] }""");

        Assert.Equal("['urn:pulumi:dev::wire::test:index:Group::before']", conversation.Field("parent", "aliasURNs"));
        Assert.Equal("[]", conversation.Field("parent-child", "aliases"));
        Assert.Equal(
            "['urn:pulumi:dev::wire::test:index:Group$test:index:Old::parent-child', "
            + "'urn:pulumi:dev::wire::test:index:Group$test:index:Thing::before-child', "
            + "'urn:pulumi:dev::wire::test:index:Group$test:index:Old::before-child']",
            conversation.Field("parent-child", "aliasURNs"));
    }

    [Fact]
    public async Task Features_are_asked_for_only_when_they_are_used()
    {
        var conversation = await FactProgram.UpdateAsync("""_ = new Thing("t");""");

        Assert.Equal(
            ["aliasSpecs", "resourceReferences"],
            conversation.Of("SupportsFeature").Select(call => call.Text("id")).Distinct().Order(StringComparer.Ordinal));
    }
}
