using System.Reflection;
using Generator.Tests.Support;
using Pulumi;

namespace Generator.Tests;

public class ResourceTests
{
    private const string Thing = """
        "inputProperties": {
          "size": { "type": "integer", "willReplaceOnChanges": true },
          "token": { "type": "string", "secret": true }
        },
        "requiredInputs": ["size"],
        "properties": {
          "size": { "type": "integer" },
          "note": { "type": "string" },
          "tags": { "type": "array", "items": { "type": "string" }, "replaceOnChanges": true },
          "token": { "type": "string", "secret": true }
        },
        "required": ["size"],
        "aliases": [{ "type": "acme:index/oldThing:OldThing" }]
        """;

    private const string State = """
        , "stateInputs": { "type": "object", "properties": { "note": { "type": "string" } } }
        """;

    [Fact]
    public void A_resource_is_written_as_expected() =>
        GoldenFile.AssertEqual("Thing.expected.cs", Generated.From(Schemas.Thing(Thing + State)).File("Thing.g.cs"));

    [Fact]
    public void Outputs_are_nullable_unless_required_or_lists()
    {
        var type = Generated.From(Schemas.Thing(Thing)).Class("Thing");

        Assert.Equal(
            ["Note: Output<string?>", "Size: Output<int>", "Tags: Output<ImmutableArray<string>>", "Token: Output<string?>"],
            type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
                .Select(property => $"{property.Name}: {CSharpType.Of(property)}")
                .Order());
    }

    [Fact]
    public void Options_carry_the_version_what_is_secret_what_replaces_and_former_types()
    {
        var options = PackageFacts.DefaultOptions(Generated.From(Schemas.Thing(Thing)).Class("Thing"));

        Assert.Equal("1.2.3", options.Version);
        Assert.Equal(["token"], options.AdditionalSecretOutputs);
        Assert.Equal(["tags[*]"], options.ReplaceOnChanges);
        Assert.Single(options.Aliases);
    }

    [Fact]
    public void The_users_version_wins()
    {
        var type = Generated.From(Schemas.Thing(Thing)).Class("Thing");

        Assert.Equal("9.9.9", PackageFacts.DefaultOptions(type, new() { Version = "9.9.9" }).Version);
    }

    [Fact]
    public void Arguments_may_be_left_out_when_none_is_required()
    {
        var none = Generated.From(Schemas.Thing("")).Class("Thing").GetConstructors().Single();
        var some = Generated.From(Schemas.Thing(Thing)).Class("Thing").GetConstructors().Single();

        Assert.Equal([false, true, true], none.GetParameters().Select(parameter => parameter.HasDefaultValue));
        Assert.Equal([false, false, true], some.GetParameters().Select(parameter => parameter.HasDefaultValue));
    }

    [Fact]
    public void A_resource_with_a_state_is_looked_up_by_it()
    {
        var with = Generated.From(Schemas.Thing(Thing + State)).Class("Thing").GetMethod("Get")!;
        var without = Generated.From(Schemas.Thing(Thing)).Class("Thing").GetMethod("Get")!;

        Assert.Equal(["name", "id", "state", "options"], with.GetParameters().Select(parameter => parameter.Name));
        Assert.Equal(["name", "id", "options"], without.GetParameters().Select(parameter => parameter.Name));
    }

    [Fact]
    public void The_type_token_is_on_the_class()
    {
        var attribute = Generated.From(Schemas.Thing(Thing)).Class("Thing").GetCustomAttribute<ResourceTypeAttribute>()!;

        Assert.Equal(("acme:index/thing:Thing", "1.2.3"), (attribute.Type, attribute.Version));
    }

    [Fact]
    public void A_module_is_a_namespace()
    {
        var generated = Generated.From(Schemas.Package("""
            "resources": { "acme:web/site:Site": {}, "acme:index:Plain": {} }
            """));

        Assert.Equal("Pulumi.Acme.Web", generated.Class("Web.Site").Namespace);
        Assert.Equal("Pulumi.Acme", generated.Class("Plain").Namespace);
    }
}
