namespace Sdks.Tests.Recordings.Facts;

/// <summary>Resources that exist already, and other stacks.</summary>
public class ReadFactTests
{
    private const string Stack = "pulumi:pulumi:StackReference";

    [Fact]
    public async Task A_read_sends_what_finds_the_resource_and_leaves_out_what_only_managing_it_needs()
    {
        var conversation = await FactProgram.UpdateAsync("""
            var provider = new Pulumi.Random.Provider("p");
            var behind = new Thing("behind");
            outputs["id"] = new Thing("t", new() { ["k"] = behind.Id }, new()
            {
                Id = "known", Provider = provider, Version = "1.2.3", DependsOn = { provider },
                PluginDownloadURL = "https://plugins.example.org", AdditionalSecretOutputs = { "text" }, IgnoreChanges = { "k" },
            }).Id;
            """);

        Assert.Equal("{id: 'known'}", conversation.StackOutputs());
        var request = CallNormalization.Normalize(conversation.Of("ReadResource").Single()).Request;
        Assert.Equal("'known'", WireText.Of(request["id"]));
        Assert.Equal("{k: 'behind-id'}", WireText.Of(request["properties"]));
        Assert.Equal("'1.2.3'", WireText.Of(request["version"]));
        Assert.Equal("'urn:pulumi:dev::wire::pulumi:providers:random::p::p-id'", WireText.Of(request["provider"]));
        Assert.Equal(
            "['urn:pulumi:dev::wire::pulumi:providers:random::p', 'urn:pulumi:dev::wire::test:index:Thing::behind']",
            WireText.Of(request["dependencies"]));
        Assert.Equal("'' []", $"{WireText.Of(request["pluginDownloadURL"])} {WireText.Of(request["additionalSecretOutputs"])}");
        Assert.DoesNotContain(conversation.Of("RegisterResource"), call => call.Text("name") == "t");
    }

    [Fact]
    public async Task A_read_by_an_unknown_id_is_a_registration()
    {
        var conversation = await FactProgram.PreviewAsync("""_ = new Thing("t", new() { ["k"] = 1 }, new() { Id = new Thing("made").Id });""");

        Assert.Equal("{k: 1}", conversation.Inputs("t"));
        Assert.Empty(conversation.Of("ReadResource"));
    }

    [Theory]
    [InlineData("""{ "a": "x", "b": { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", "value": "y" } }""", "{a: secret('x')}")]
    [InlineData("""{ "a": "x" }""", "{a: 'x'}")]
    public async Task While_the_names_of_the_secrets_are_unknown_all_outputs_of_a_stack_are_as_secret_as_any(string others, string expected)
    {
        var conversation = await FactProgram.PreviewAsync(
            """outputs["a"] = new StackReference("acme/network/prod").GetOutput("a");""",
            $$"""{ "reads": { "{{Stack}}": { "outputs": {{others}} } } }""");

        Assert.Equal(expected, conversation.StackOutputs());
    }

    [Fact]
    public async Task Only_the_named_outputs_of_a_stack_are_secret()
    {
        var conversation = await FactProgram.UpdateAsync(
            """
            var stack = new StackReference("acme/network/prod");
            outputs["a"] = stack.GetOutput("a"); outputs["b"] = stack.GetOutput("b"); outputs["none"] = stack.GetOutput("none");
            """,
            $$"""{ "reads": { "{{Stack}}": { "outputs": { "a": "x", "b": "y" }, "secretOutputNames": ["b"] } } }""");

        Assert.Equal("{a: 'x', b: secret('y')}", conversation.StackOutputs());
    }
}
