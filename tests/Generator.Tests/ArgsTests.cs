using System.Collections.Immutable;
using System.Reflection;
using Generator.Tests.Support;
using Pulumi;
using Pulumi.Utilities;

namespace Generator.Tests;

public class ArgsTests
{
    private const string Every = """
        "text": { "type": "string" }, "whole": { "type": "integer" }, "real": { "type": "number" }, "flag": { "type": "boolean" },
        "any": { "$ref": "pulumi.json#/Any" }, "asset": { "$ref": "pulumi.json#/Asset" }, "archive": { "$ref": "pulumi.json#/Archive" },
        "list": { "type": "array", "items": { "type": "string" } },
        "lists": { "type": "array", "items": { "type": "array", "items": { "type": "integer" } } },
        "map": { "type": "object", "additionalProperties": { "type": "boolean" } },
        "either": { "oneOf": [{ "type": "string" }, { "type": "integer" }] },
        "needed": { "type": "string" }, "class": { "type": "string" },
        "part": { "$ref": "#/types/acme:index/Part:Part" },
        "parts": { "type": "array", "items": { "$ref": "#/types/acme:index%2FPart:Part" } }
        """;

    private const string Secrets = """
        "text": { "type": "string", "secret": true },
        "list": { "type": "array", "items": { "type": "string" }, "secret": true },
        "map": { "type": "object", "additionalProperties": { "type": "string" }, "secret": true },
        "either": { "oneOf": [{ "type": "string" }, { "type": "integer" }], "secret": true }
        """;

    [Fact]
    public void Every_type_of_the_schema_has_its_input_type() => Assert.Equal(
        [
            "Any: Input<object>?", "Archive: Input<Archive>?", "Asset: Input<AssetOrArchive>?", "Class: Input<string>?",
            "Either: InputUnion<string, int>?", "Flag: Input<bool>?", "List: InputList<string>", "Lists: InputList<ImmutableArray<int>>",
            "Map: InputMap<bool>", "Needed: Input<string>", "Part: Input<Inputs.PartArgs>?", "Parts: InputList<Inputs.PartArgs>",
            "Real: Input<double>?", "Text: Input<string>?", "Whole: Input<int>?",
        ],
        Generated.From(Schemas.Part("""
            "inner": { "type": "string" }
            """, $$"""
            "inputProperties": { {{Every}} }, "requiredInputs": ["needed"]
            """))
            .Class("ThingArgs")
            .GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Select(property => $"{property.Name}: {CSharpType.Of(property)}")
            .Order());

    [Fact]
    public void A_list_exists_on_the_wire_only_once_it_was_touched()
    {
        var type = Generated.From(Schemas.Inputs("""
            "tags": { "type": "array", "items": { "type": "string" } }
            """)).Class("ThingArgs");
        var args = Activator.CreateInstance(type)!;
        var field = type.GetFields(BindingFlags.NonPublic | BindingFlags.Instance).Single();

        Assert.Equal(["tags"], PackageFacts.Inputs(type).Select(input => input.Wire));
        Assert.Null(field.GetValue(args));
        ((InputList<string>)type.GetProperty("Tags")!.GetValue(args)!).Add("blue");
        Assert.NotNull(field.GetValue(args));
    }

    [Fact]
    public async Task A_secret_input_is_secret_whatever_it_is_given()
    {
        var type = Generated.From(Schemas.Inputs(Secrets)).Class("ThingArgs");
        var args = Activator.CreateInstance(type)!;
        type.GetProperty("Text")!.SetValue(args, (Input<string>)"plain");
        type.GetProperty("List")!.SetValue(args, (InputList<string>)new[] { "plain" });
        type.GetProperty("Map")!.SetValue(args, (InputMap<string>)new Dictionary<string, string> { ["key"] = "plain" });
        type.GetProperty("Either")!.SetValue(args, (InputUnion<string, int>)"plain");

        Assert.True(await PackageFacts.IsSecretAsync<string>(args, "Text"));
        Assert.True(await PackageFacts.IsSecretAsync<ImmutableArray<string>>(args, "List"));
        Assert.True(await PackageFacts.IsSecretAsync<ImmutableDictionary<string, string>>(args, "Map"));
        Assert.True(await PackageFacts.IsSecretAsync<Union<string, int>>(args, "Either"));
        Assert.Equal("plain", await PackageFacts.ValueAsync<string>(args, "Text"));
    }

    [Fact]
    public async Task A_secret_input_keeps_that_it_is_unknown()
    {
        var type = Generated.From(Schemas.Inputs(Secrets)).Class("ThingArgs");
        var args = Activator.CreateInstance(type)!;

        type.GetProperty("Text")!.SetValue(args, (Input<string>)OutputUtilities.CreateUnknown("later"));

        var text = ((Input<string>)type.GetProperty("Text")!.GetValue(args)!).ToOutput();
        Assert.False(await OutputUtilities.GetIsKnownAsync(text));
        Assert.True(await Output.IsSecretAsync(text));
    }

    [Fact]
    public async Task Defaults_are_set_by_the_constructor()
    {
        var args = Activator.CreateInstance(Generated.From(Schemas.Inputs("""
            "port": { "type": "number", "default": 22 }, "user": { "type": "string", "default": "root" }, "on": { "type": "boolean", "default": true }
            """)).Class("ThingArgs"))!;

        Assert.Equal(22, await PackageFacts.ValueAsync<double>(args, "Port"));
        Assert.Equal("root", await PackageFacts.ValueAsync<string>(args, "User"));
        Assert.True(await PackageFacts.ValueAsync<bool>(args, "On"));
    }

    [Fact]
    public void A_state_has_objects_of_its_own() => Assert.Equal(
        "Input<Inputs.PartGetArgs>?",
        CSharpType.Of(Generated.From(Schemas.Part("", """
            "stateInputs": { "properties": { "part": { "$ref": "#/types/acme:index/Part:Part" } } }
            """)).Class("ThingState").GetProperty("Part")!));

    [Fact]
    public void A_csharp_name_replaces_the_wire_name()
    {
        var input = Assert.Single(PackageFacts.Inputs(Generated.From(Schemas.Inputs("""
            "thingArgs": { "type": "string", "language": { "csharp": { "name": "Value" } } }
            """)).Class("ThingArgs")));

        Assert.Equal(("thingArgs", "Value"), (input.Wire, input.Name));
    }
}
