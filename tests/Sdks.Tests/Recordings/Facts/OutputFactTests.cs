namespace Sdks.Tests.Recordings.Facts;

/// <summary>Which outputs are unknown or secret, seen by what is sent for them.</summary>
public class OutputFactTests
{
    [Fact]
    public async Task An_unknown_secret_is_sent_as_plain_unknown()
    {
        var conversation = await FactProgram.PreviewAsync("""
            var first = new Thing("first");
            _ = new Thing("t", new() { ["x"] = Output.CreateSecret(first.Text) });
            """);

        Assert.Equal("{x: unknown}", conversation.Inputs("t"));
    }

    [Fact]
    public async Task A_value_made_of_parts_is_as_unknown_and_as_secret_as_any_part()
    {
        var conversation = await FactProgram.PreviewAsync("""
            var first = new Thing("first");
            var secret = Output.CreateSecret("s");
            outputs["allSecret"] = Output.All(Output.Create("a"), secret);
            outputs["allUnknown"] = Output.All(Output.Create("a"), first.Text);
            outputs["apply"] = secret.Apply(s => s.Length);
            outputs["format"] = Output.Format($"{first.Text}-{secret}");
            outputs["nested"] = Output.Create(1).Apply(_ => secret);
            outputs["tuple"] = Output.Tuple(Output.Create("a"), secret).Apply(t => t.Item1);
            outputs["unsecret"] = Output.Unsecret(secret);
            """);

        Assert.Equal(
            "{allSecret: secret(['a', 's']), allUnknown: unknown, apply: secret(1), format: unknown, nested: secret('s'), tuple: secret('a'), unsecret: 's'}",
            conversation.StackOutputs());
    }

    [Fact]
    public async Task Apply_does_not_run_on_an_unknown_value()
    {
        var conversation = await FactProgram.PreviewAsync("""
            outputs["x"] = new Thing("first").Text.Apply(text => text is null ? throw new InvalidOperationException("ran") : text);
            """);

        Assert.Equal("{x: unknown}", conversation.StackOutputs());
    }

    [Fact]
    public async Task A_null_is_formatted_as_nothing()
    {
        var conversation = await FactProgram.UpdateAsync("""outputs["x"] = Output.Format($"<{new Thing("first").Text}>");""");

        Assert.Equal("{x: '<>'}", conversation.StackOutputs());
    }

    [Fact]
    public async Task Json_text_is_as_unknown_and_as_secret_as_anything_in_it()
    {
        var conversation = await FactProgram.PreviewAsync("""
            Output<string> Json(Output<string> value) => Output.JsonSerialize(Output.Create(new Dictionary<string, Output<string>> { ["a"] = value }));
            outputs["plain"] = Json(Output.Create("1"));
            outputs["secret"] = Json(Output.CreateSecret("1"));
            outputs["unknown"] = Json(new Thing("first").Text);
            """);

        Assert.Equal("""{plain: '{"a":"1"}', secret: secret('{"a":"1"}'), unknown: unknown}""", conversation.StackOutputs());
    }

    [Fact]
    public async Task Text_read_as_json_keeps_its_flags()
    {
        var conversation = await FactProgram.PreviewAsync("""
            outputs["plain"] = Output.JsonDeserialize<Dictionary<string, int>>(Output.Create("{\"a\":1}"));
            outputs["secret"] = Output.JsonDeserialize<string[]>(Output.CreateSecret("[\"s\"]"));
            """);

        Assert.Equal("{plain: {a: 1}, secret: secret(['s'])}", conversation.StackOutputs());
    }
}
