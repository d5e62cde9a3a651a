namespace Sdks.Tests.Recordings.Facts;

/// <summary>Which resources a request names as its dependencies.</summary>
public class DependencyFactTests
{
    private const string Urn = "urn:pulumi:dev::wire::test:index:";

    [Fact]
    public async Task A_component_stands_for_its_custom_descendants_but_not_for_theirs()
    {
        var conversation = await FactProgram.UpdateAsync("""
            var outer = new Group("outer");
            var inner = new Group("inner", new() { Parent = outer });
            var direct = new Thing("direct", options: new() { Parent = outer });
            _ = new Thing("below-direct", options: new() { Parent = direct });
            _ = new Thing("deep", options: new() { Parent = inner });
            _ = new Thing("elsewhere");
            _ = new Thing("t", options: new() { DependsOn = { outer } });
            """);

        Assert.Equal(
            $"['{Urn}Group$test:index:Group$test:index:Thing::deep', '{Urn}Group$test:index:Thing::direct']",
            conversation.Field("t", "dependencies"));
    }

    [Fact]
    public async Task Dependencies_are_those_asked_for_and_those_of_the_inputs()
    {
        var conversation = await FactProgram.UpdateAsync("""
            var (a, b, c) = (new Thing("a"), new Thing("b"), new Thing("c"));
            _ = new Thing("t", new() { ["both"] = Output.Format($"{a.Id}{b.Id}"), ["plain"] = 1 }, new() { DependsOn = { c } });
            """);

        Assert.Equal($"['{Urn}Thing::a', '{Urn}Thing::b', '{Urn}Thing::c']", conversation.Field("t", "dependencies"));
        Assert.Equal(
            $"{{both: {{urns: ['{Urn}Thing::a', '{Urn}Thing::b']}}, plain: {{urns: []}}}}",
            conversation.Field("t", "propertyDependencies"));
    }

    [Fact]
    public async Task A_resource_given_as_an_input_is_a_dependency()
    {
        var conversation = await FactProgram.UpdateAsync("""_ = new Thing("t", new() { ["x"] = new Thing("a") });""");

        Assert.Equal($"{{x: resource(id: 'a-id', urn: '{Urn}Thing::a')}}", conversation.Inputs("t"));
        Assert.Equal($"['{Urn}Thing::a']", conversation.Field("t", "dependencies"));
    }

    [Fact]
    public async Task An_output_depends_on_what_the_engine_says_it_depends_on()
    {
        var conversation = await FactProgram.UpdateAsync(
            """_ = new Thing("t", new() { ["x"] = new Thing("a").Text });""",
            $$"""
            {
              "outputs": { "name:a": { "text": "v" } },
              "propertyDependencies": { "name:a": { "text": { "urns": ["{{Urn}}Thing::behind"] } } }
            }
            """);

        Assert.Equal($"['{Urn}Thing::a', '{Urn}Thing::behind']", conversation.Field("t", "dependencies"));
    }

    [Fact]
    public async Task Retention_is_not_inherited_from_the_parent_and_protection_is()
    {
        var conversation = await FactProgram.UpdateAsync("""
            var parent = new Group("parent", new() { Protect = true, RetainOnDelete = true });
            _ = new Thing("t", options: new() { Parent = parent });
            """);

        var request = conversation.Registration("t").Request;
        Assert.True(request["protect"]!.GetValue<bool>());
        Assert.False(request.ContainsKey("retainOnDelete"));
    }

    [Fact]
    public async Task A_replacement_trigger_is_an_ordinary_value()
    {
        var conversation = await FactProgram.PreviewAsync("""
            _ = new Thing("secret", options: new() { ReplacementTrigger = Output.CreateSecret<object>("s") });
            _ = new Thing("unknown", options: new() { ReplacementTrigger = new Thing("first").Id.Apply(id => (object)id) });
            """);

        Assert.Equal("secret('s')", conversation.Field("secret", "replacement_trigger"));
        Assert.Equal("unknown", conversation.Field("unknown", "replacement_trigger"));
    }
}
