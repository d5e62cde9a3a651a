using System.Reflection;
using Generator.Tests.Support;
using Pulumi;

namespace Generator.Tests;

public class EnumTests
{
    private static readonly Assembly Package = Generated.From(Schemas.Package("""
        "resources": { "acme:index/thing:Thing": {
          "inputProperties": {
            "color": { "$ref": "#/types/acme:index/Color:Color" },
            "shade": { "oneOf": [{ "type": "string" }, { "$ref": "#/types/acme:index/Color:Color" }] }
          },
          "properties": { "color": { "$ref": "#/types/acme:index/Color:Color" } } } },
        "types": { "acme:index/Color:Color": { "type": "string", "enum": [{ "name": "DarkRed", "value": "dark-red" }, { "value": "blue" }] } }
        """)).Assembly();

    private static readonly Type Color = Package.GetType("Pulumi.Acme.Color", throwOnError: true)!;

    [Fact]
    public void A_member_is_its_text()
    {
        var red = Member("DarkRed");

        Assert.Equal("dark-red", red.ToString());
        Assert.Equal("dark-red", Color.GetMethod("op_Explicit")!.Invoke(null, [red]));
        Assert.Equal("blue", Member("Blue").ToString());
    }

    [Fact]
    public void Members_are_equal_by_their_text()
    {
        Assert.Equal(Member("DarkRed"), Member("DarkRed"));
        Assert.NotEqual(Member("DarkRed"), Member("Blue"));
        Assert.Equal(true, Color.GetMethod("op_Equality")!.Invoke(null, [Member("Blue"), Member("Blue")]));
        Assert.Equal(true, Color.GetMethod("op_Inequality")!.Invoke(null, [Member("Blue"), Member("DarkRed")]));
        Assert.Equal(Member("Blue").GetHashCode(), Member("Blue").GetHashCode());
    }

    [Fact]
    public void It_is_a_struct_that_nobody_else_can_make_values_of()
    {
        Assert.True(Color.IsValueType);
        Assert.True(Color.IsDefined(typeof(EnumTypeAttribute)));
        Assert.Empty(Color.GetConstructors());
    }

    [Fact]
    public void Inputs_take_it_by_itself_or_beside_text()
    {
        var args = Package.GetType("Pulumi.Acme.ThingArgs")!;

        Assert.Equal("Input<Pulumi.Acme.Color>?", CSharpType.Of(args.GetProperty("Color")!));
        Assert.Equal("InputUnion<string, Pulumi.Acme.Color>?", CSharpType.Of(args.GetProperty("Shade")!));
        Assert.Equal("Output<Pulumi.Acme.Color?>", CSharpType.Of(Package.GetType("Pulumi.Acme.Thing")!.GetProperty("Color")!));
    }

    private static object Member(string name) => Color.GetProperty(name)!.GetValue(null)!;
}
