using System.Collections.Immutable;
using System.Reflection;
using Generator.Tests.Support;
using Pulumi;

namespace Generator.Tests;

public class ResultTests
{
    private static readonly Type Part = Generated.From(Schemas.Part(
        """
        "class": { "type": "string" }, "sizes": { "type": "array", "items": { "type": "integer" } },
        "labels": { "type": "object", "additionalProperties": { "type": "string" } }, "inner": { "$ref": "#/types/acme:index/Part:Part" }
        """,
        """
        "properties": { "part": { "$ref": "#/types/acme:index/Part:Part" } }
        """)).Class("Outputs.Part");

    [Fact]
    public void An_object_in_an_output_has_read_only_fields() => Assert.Equal(
        ["Class: string?", "Inner: Outputs.Part?", "Labels: ImmutableDictionary<string, string>?", "Sizes: ImmutableArray<int>"],
        Part.GetFields().Where(field => field.IsInitOnly).Select(field => $"{field.Name}: {CSharpType.Of(field)}").Order());

    [Fact]
    public void Its_constructor_takes_the_wire_names_and_assigns_each_field()
    {
        var constructor = Part.GetConstructors(BindingFlags.NonPublic | BindingFlags.Instance)
            .Single(candidate => candidate.IsDefined(typeof(OutputConstructorAttribute)));
        var part = constructor.Invoke(["c", ImmutableArray.Create(1), null, null]);

        Assert.Equal(["class", "sizes", "labels", "inner"], constructor.GetParameters().Select(parameter => parameter.Name));
        Assert.Equal("c", Part.GetField("Class")!.GetValue(part));
        Assert.Equal(1, Assert.Single((ImmutableArray<int>)Part.GetField("Sizes")!.GetValue(part)!));
    }
}
