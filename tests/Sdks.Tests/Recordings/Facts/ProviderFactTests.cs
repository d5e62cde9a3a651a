namespace Sdks.Tests.Recordings.Facts;

/// <summary>Providers: how their arguments are written and which one a resource gets.</summary>
public class ProviderFactTests
{
    private const string Reference = "urn:pulumi:dev::wire::pulumi:providers:random::p::p-id";

    [Fact]
    public async Task Arguments_that_are_not_text_are_sent_as_json_text()
    {
        var conversation = await FactProgram.UpdateAsync("""
            _ = new Pulumi.Docker.Provider("p", new() { Host = "ssh://node", SshOpts = { "-o", "x" } });
            """);

        Assert.Equal("""{host: 'ssh://node', sshOpts: '[ "-o", "x" ]'}""", conversation.Inputs("p"));
    }

    [Fact]
    public async Task A_secret_inside_such_an_argument_becomes_part_of_the_text()
    {
        var conversation = await FactProgram.UpdateAsync("""
            _ = new Pulumi.Docker.Provider("p", new()
            {
                Host = "h",
                RegistryAuth = { new Pulumi.Docker.Inputs.ProviderRegistryAuthArgs { Address = "r", Username = "u", Password = Output.CreateSecret("w") } },
            });
            """);

        Assert.Equal(
            """{host: 'h', registryAuth: '[ { "address": "r", "password": { "4dabf18193072939515e22adb298388d": """
            + "\"1b47061264138c4ac30d75fd1eb44270\", \"value\": \"w\" }, \"username\": \"u\" } ]'}",
            conversation.Inputs("p"));
    }

    [Fact]
    public async Task An_unknown_inside_such_an_argument_becomes_part_of_the_text_and_its_dependencies_are_lost()
    {
        var conversation = await FactProgram.PreviewAsync("""
            _ = new Pulumi.Docker.Provider("p", new()
            {
                Host = "h",
                RegistryAuth = { new Pulumi.Docker.Inputs.ProviderRegistryAuthArgs { Address = new Thing("first").Text } },
            });
            """);

        Assert.Equal("""{host: 'h', registryAuth: '[ { "address": "04da6b54-80e4-46f7-96ec-b56ff0331ba9" } ]'}""", conversation.Inputs("p"));
        Assert.Equal("[]", conversation.Field("p", "dependencies"));
    }

    [Fact]
    public async Task An_output_of_the_whole_argument_keeps_its_flags_and_dependencies()
    {
        var conversation = await FactProgram.PreviewAsync("""
            _ = new Pulumi.Docker.Provider("secret", new() { Host = "h", SshOpts = Output.CreateSecret(ImmutableArray.Create("-v")) });
            _ = new Pulumi.Docker.Provider("unknown", new() { Host = "h", SshOpts = new Thing("first").List });
            """);

        Assert.Equal("""{host: 'h', sshOpts: secret('[ "-v" ]')}""", conversation.Inputs("secret"));
        Assert.Equal("{host: 'h', sshOpts: unknown}", conversation.Inputs("unknown"));
        Assert.Equal("['urn:pulumi:dev::wire::test:index:Thing::first']", conversation.Field("unknown", "dependencies"));
    }

    [Fact]
    public async Task Arguments_have_defaults_from_the_environment()
    {
        var conversation = await FactProgram.UpdateAsync(
            """_ = new Pulumi.Docker.Provider("p");""", "{}", ("DOCKER_HOST", "tcp://10.0.0.1:2376"));

        Assert.Equal("{host: 'tcp://10.0.0.1:2376'}", conversation.Inputs("p"));
    }

    [Theory]
    [InlineData("a component's Providers", """var parent = new Group("parent", new() { Providers = { p } });""")]
    [InlineData("a component's Provider", """var parent = new Group("parent", new() { Provider = p });""")]
    [InlineData("a custom resource's Provider", """var parent = new Pulumi.Random.RandomPet("parent", new(), new() { Provider = p });""")]
    [InlineData("a component two levels up", """var parent = new Group("parent", new() { Parent = new Group("top", new() { Providers = { p } }) });""")]
    public async Task A_child_uses_its_parents_provider_of_the_same_package(string what, string parent)
    {
        var conversation = await FactProgram.UpdateAsync($$"""
            var p = new Pulumi.Random.Provider("p");
            {{parent}}
            _ = new Pulumi.Random.RandomPet("same", new(), new() { Parent = parent });
            _ = new Thing("other", options: new() { Parent = parent });
            """);

        Assert.True(conversation.Registration("same").Text("provider") == Reference, $"{what} did not reach its child");
        Assert.Equal("", conversation.Registration("other").Text("provider"));
    }

    [Fact]
    public async Task A_provider_without_an_id_is_named_with_an_unknown_one()
    {
        var conversation = await FactProgram.PreviewAsync("""
            _ = new Pulumi.Random.RandomPet("pet", new(), new() { Provider = new Pulumi.Random.Provider("p") });
            """);

        Assert.Equal(
            "urn:pulumi:dev::wire::pulumi:providers:random::p::04da6b54-80e4-46f7-96ec-b56ff0331ba9",
            conversation.Registration("pet").Text("provider"));
    }
}
