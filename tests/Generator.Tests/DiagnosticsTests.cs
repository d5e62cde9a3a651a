using Generator.Tests.Support;

namespace Generator.Tests;

public class DiagnosticsTests
{
    [Fact]
    public void Malformed_json_is_an_error_where_it_stands() => Assert.Equal(
        ["PSG001 schema.json(2,11) schema: ',' where a value is expected"],
        Generated.From("{\n  \"name\": , \"version\": \"1\" }").Errors());

    [Fact]
    public void A_file_that_ends_early_is_an_error() => Assert.Equal(
        ["PSG001 schema.json(1,17) schema: the file ends where ',' is expected"],
        Generated.From("{ \"name\": \"acme\"").Errors());

    [Fact]
    public void A_reference_to_an_undeclared_type_is_an_error() => Assert.Equal(
        [
            "PSG002 schema.json(4,85) resources/acme:index/thing:Thing/inputProperties/part/$ref: "
            + "'#/types/acme:index/Prat:Prat' refers to no type; declare 'acme:index/Prat:Prat' under 'types', or correct it",
        ],
        Generated.From(Schemas.Inputs("""
            "part": { "$ref": "#/types/acme:index/Prat:Prat" }
            """)).Errors());

    [Fact]
    public void A_reference_out_of_the_package_is_an_error() => Assert.Contains(
        "'/aws/v6.0.0/schema.json#/types/aws:x:Y' cannot be referred to; expected #/types/<token> or pulumi.json#/Any, Asset or Archive",
        Assert.Single(Generated.From(Schemas.Inputs("""
            "part": { "$ref": "/aws/v6.0.0/schema.json#/types/aws:x:Y" }
            """)).Errors()));

    [Fact]
    public void A_property_declared_twice_is_an_error() => Assert.Equal(
        ["PSG003 schema.json(4,98) resources/acme:index/thing:Thing/inputProperties/size: declared twice; keep one"],
        Generated.From(Schemas.Inputs("""
            "size": { "type": "integer" }, "size": { "type": "string" }
            """)).Errors());

    [Fact]
    public void Two_tokens_of_one_class_are_an_error() => Assert.Contains(
        "acme:index/thing:Thing, acme:index/other:Thing would all be the class Pulumi.Acme.Thing; keep one",
        Assert.Single(Generated.From(Schemas.Package("""
            "resources": { "acme:index/thing:Thing": {}, "acme:index/other:Thing": {} }
            """)).Errors()));

    [Fact]
    public void An_unknown_type_is_an_error() => Assert.Contains(
        "'int' is not a type that the generator knows; expected type string, integer, number, boolean, array or object",
        Assert.Single(Generated.From(Schemas.Inputs("""
            "size": { "type": "int" }
            """)).Errors()));

    [Fact]
    public void An_array_without_items_is_an_error() => Assert.Contains(
        "PSG004 schema.json(4,75) resources/acme:index/thing:Thing/inputProperties/tags: add 'items', the type of what it holds",
        Assert.Single(Generated.From(Schemas.Inputs("""
            "tags": { "type": "array" }
            """)).Errors()));

    [Fact]
    public void An_unknown_key_is_an_error() => Assert.Contains(
        "resources/acme:index/thing:Thing/requierdInputs: unknown key; the generator knows inputProperties, requiredInputs",
        Assert.Single(Generated.From(Schemas.Thing("""
            "requierdInputs": []
            """)).Errors()));

    [Fact]
    public void A_required_input_that_is_not_declared_is_an_error() => Assert.Contains(
        "requiredInputs/0: 'size' is not among 'inputProperties'; declare it there, or remove it here",
        Assert.Single(Generated.From(Schemas.Inputs("", "\"size\"")).Errors()));

    [Fact]
    public void An_output_that_would_hide_the_id_is_an_error() => Assert.Contains(
        "output 'id' would hide Resource.Id; set its language/csharp/name",
        Assert.Single(Generated.From(Schemas.Thing("""
            "properties": { "id": { "type": "string" } }
            """)).Errors()));

    [Fact]
    public void A_default_of_another_type_is_an_error() => Assert.Contains(
        "default 'ten' does not fit the type",
        Assert.Single(Generated.From(Schemas.Inputs("""
            "size": { "type": "integer", "default": "ten" }
            """)).Errors()));

    [Fact]
    public void A_missing_version_is_an_error() => Assert.Equal(
        ["PSG005 schema.json(1,1) schema: add 'version': the version of the provider's plugin, e.g. \"5.1.0\""],
        Generated.From("""{ "name": "acme" }""").Errors());

    [Fact]
    public void All_problems_of_a_file_are_reported_at_once_and_nothing_is_generated()
    {
        var generated = Generated.From(Schemas.Inputs("""
            "a": { "type": "int" }, "b": { "$ref": "#/types/x:y:Z" }, "c": { "type": "array" }
            """, "\"d\""));

        Assert.Equal(["PSG004", "PSG002", "PSG004", "PSG005"], generated.Errors().Select(error => error[..6]));
        Assert.Empty(generated.Result.GeneratedTrees);
    }
}
