namespace Sdks.Tests.Recordings.Facts;

/// <summary>Components that a provider builds: the only resources whose inputs hold output values.</summary>
public class RemoteComponentFactTests
{
    private const string Remote = """
        ComponentResource Remote(string name, Dictionary<string, object?> inputs, ComponentResourceOptions? options = null) =>
            new("test:index:Remote", name, new DictionaryResourceArgs(inputs.ToImmutableDictionary()), options, remote: true);
        """;

    [Fact]
    public async Task Inputs_are_output_values_where_they_are_more_than_plain()
    {
        var conversation = await FactProgram.PreviewAsync(Remote + """
            var first = new Thing("first");
            Remote("t", new()
            {
                ["plain"] = "a",
                ["known"] = Output.Create("b"),
                ["secret"] = Output.CreateSecret("c"),
                ["unknown"] = first.Text,
                ["depends"] = first.Urn.Apply(_ => "d"),
                ["list"] = new InputList<string> { "e", Output.CreateSecret("f") },
            });
            """);

        const string first = "dependencies: ['urn:pulumi:dev::wire::test:index:Thing::first']";
        Assert.Equal(
            $"{{depends: output({first}, value: 'd'), known: 'b', list: ['e', secret('f')], plain: 'a', "
            + $"secret: output(secret: true, value: 'c'), unknown: output({first})}}",
            conversation.Inputs("t"));
        Assert.True(conversation.Registration("t").Request["remote"]!.GetValue<bool>());
    }

    [Fact]
    public async Task Providers_are_sent_by_package()
    {
        var conversation = await FactProgram.UpdateAsync(Remote + """
            Remote("t", new(), new() { Providers = { new Pulumi.Random.Provider("p") } });
            """);

        Assert.Equal("{random: 'urn:pulumi:dev::wire::pulumi:providers:random::p::p-id'}", conversation.Field("t", "providers"));
    }

    [Fact]
    public async Task A_resource_given_as_an_input_is_no_dependency_of_that_input()
    {
        var conversation = await FactProgram.UpdateAsync(Remote + """
            Remote("t", new() { ["resource"] = new Thing("first") });
            """);

        Assert.Equal("{resource: {urns: []}}", conversation.Field("t", "propertyDependencies"));
    }
}
