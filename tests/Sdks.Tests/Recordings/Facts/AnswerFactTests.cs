namespace Sdks.Tests.Recordings.Facts;

/// <summary>How the engine's answers become outputs.</summary>
public class AnswerFactTests
{
    private const string AllOutputs = """
        var t = new Thing("t");
        outputs["text"] = t.Text;
        outputs["number"] = t.Number;
        outputs["flag"] = t.Flag;
        outputs["list"] = t.List;
        outputs["map"] = t.Map;
        """;

    [Fact]
    public async Task What_is_missing_in_an_update_is_a_default()
    {
        var conversation = await FactProgram.UpdateAsync(AllOutputs);

        Assert.Equal("{flag: false, list: [], number: 0}", conversation.StackOutputs());
    }

    [Fact]
    public async Task What_is_missing_in_a_preview_is_unknown()
    {
        var conversation = await FactProgram.PreviewAsync(AllOutputs);

        Assert.Equal("{flag: unknown, list: unknown, map: unknown, number: unknown, text: unknown}", conversation.StackOutputs());
    }

    [Theory]
    [InlineData("FAIL")]
    [InlineData("SKIP")]
    public async Task What_is_missing_after_a_resource_failed_or_was_skipped_is_unknown(string result)
    {
        var conversation = await FactProgram.UpdateAsync(AllOutputs, $$"""{ "results": { "name:t": "{{result}}" } }""");

        Assert.Equal("{flag: unknown, list: unknown, map: unknown, number: unknown, text: unknown}", conversation.StackOutputs());
        Assert.Empty(ConversationComparison.Errors(conversation));
    }

    [Fact]
    public async Task What_is_null_is_a_known_default_even_in_a_preview()
    {
        var conversation = await FactProgram.PreviewAsync(
            AllOutputs, """{ "outputsDry": { "name:t": { "text": null, "number": null, "flag": null } } }""");

        Assert.Equal("{flag: false, list: unknown, map: unknown, number: 0}", conversation.StackOutputs());
    }

    [Fact]
    public async Task Keys_of_the_engine_inside_objects_are_left_out()
    {
        var conversation = await FactProgram.UpdateAsync(
            AllOutputs, """{ "outputs": { "name:t": { "map": { "a": "1", "__defaults": "x" } } } }""");

        Assert.Contains("map: {a: '1'}", conversation.StackOutputs(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_for_an_integer_is_cut_off()
    {
        var conversation = await FactProgram.UpdateAsync(AllOutputs, """{ "outputs": { "name:t": { "number": 7.9 } } }""");

        Assert.Contains("number: 7}", conversation.StackOutputs(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_or_a_secret_inside_makes_the_whole_property_so()
    {
        var conversation = await FactProgram.UpdateAsync(AllOutputs, """
            {
              "outputs": {
                "name:t": {
                  "list": ["a", { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", "value": "b" }],
                  "map": { "a": "1", "b": "04da6b54-80e4-46f7-96ec-b56ff0331ba9" }
                }
              }
            }
            """);

        Assert.Equal("{flag: false, list: secret(['a', 'b']), map: unknown, number: 0}", conversation.StackOutputs());
    }

    [Fact]
    public async Task An_empty_id_is_an_unknown_id_even_in_an_update()
    {
        var conversation = await FactProgram.UpdateAsync(
            """outputs["id"] = new Thing("t").Id; outputs["urn"] = new Thing("u").Urn;""", """{ "withoutId": ["t"] }""");

        Assert.Equal("{id: unknown, urn: 'urn:pulumi:dev::wire::test:index:Thing::u'}", conversation.StackOutputs());
    }

    [Fact]
    public async Task A_value_of_the_wrong_type_is_a_warning_and_a_default()
    {
        var conversation = await FactProgram.UpdateAsync(AllOutputs, """{ "outputs": { "name:t": { "text": 7, "number": "two" } } }""");

        Assert.Equal("{flag: false, list: [], number: 0}", conversation.StackOutputs());
        Assert.Equal(
            ["Expected System.Double but got System.String deserializing Thing.number", "Expected System.String but got System.Double deserializing Thing.text"],
            conversation.Calls.Where(call => call.Key == "Log WARNING").Select(call => call.Text("message")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_output_of_a_mutable_dictionary_is_refused()
    {
        var conversation = await FactProgram.UpdateAsync("""_ = new MutableThing("t");""");

        Assert.Equal(32, conversation.ExitCode);
        Assert.StartsWith(
            "Running program 'PROGRAM' failed with an unhandled exception:\nSystem.InvalidOperationException: System.Collections.Generic.Dictionary`2",
            conversation.Error(),
            StringComparison.Ordinal);
    }
}
