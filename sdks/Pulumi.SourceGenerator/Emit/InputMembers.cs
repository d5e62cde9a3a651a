using Pulumi.SourceGenerator.Schema;

namespace Pulumi.SourceGenerator.Emit;

/// <summary>The properties of an arguments class that takes outputs.</summary>
internal sealed class InputMembers(PackageSchema package, TypeNames types)
{
    /// <param name="property">The input.</param>
    /// <param name="shape">What its objects are made of.</param>
    /// <param name="json">Whether anything but text goes as JSON text, as the arguments of a provider do.</param>
    public string Emit(Property property, Shape shape, bool json = false)
    {
        var type = types.Input(property.Type, shape);
        var attribute = Attribute(property, json);
        if (property.Type is TypeSpec.List or TypeSpec.Map)
            return Collection(property, attribute, type);
        if (property.IsSecret)
            return Secret(property, attribute, type);

        return $$"""
            {{Doc.Input(property)}}
            {{attribute}}
            public {{type}}{{(property.IsRequired ? "" : "?")}} {{property.Name}} { get; set; }{{(property.IsRequired ? " = null!;" : "")}}
            """;
    }

    // Created when it is first touched: a list that nobody touched is absent on the wire, one that was emptied is not.
    private string Collection(Property property, string attribute, string type) => $$"""
        {{attribute}}
        private {{type}}? _{{property.Wire}};

        {{Doc.Input(property)}}
        public {{type}} {{property.Name}}
        {
            get => _{{property.Wire}} ??= new {{type}}();
            set => _{{property.Wire}} = {{(property.IsSecret ? $"{package.Utilities.Reference}.Secret(value)" : "value")}};
        }
        """;

    private string Secret(Property property, string attribute, string type) => $$"""
        {{attribute}}
        private {{type}}? _{{property.Wire}};

        {{Doc.Input(property)}}
        public {{type}}? {{property.Name}}
        {
            get => _{{property.Wire}};
            set => _{{property.Wire}} = {{package.Utilities.Reference}}.Secret(value);
        }
        """;

    private static string Attribute(Property property, bool json)
    {
        var required = property.IsRequired ? ", required: true" : "";
        var asJson = json && property.Type != TypeSpec.Text ? ", json: true" : "";
        return $"[Input({CSharp.Literal(property.Wire)}{required}{asJson})]";
    }
}
