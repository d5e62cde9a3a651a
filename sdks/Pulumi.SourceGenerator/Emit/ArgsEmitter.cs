using Pulumi.SourceGenerator.Schema;

namespace Pulumi.SourceGenerator.Emit;

/// <summary>Classes that a program fills in: arguments of resources and functions, states, and the objects inside them.</summary>
internal sealed class ArgsEmitter(PackageSchema package, TypeNames types)
{
    private readonly InputMembers _members = new(package, types);

    /// <summary>A class whose members take outputs.</summary>
    public string Args(
        ClassName name, string baseClass, string summary, IReadOnlyList<Property> properties, Shape shape, bool json = false) =>
        Class(name, baseClass, summary, properties, properties.Select(property => _members.Emit(property, shape, json)));

    /// <summary>A class whose members are plain values, for the task form of a function.</summary>
    public string PlainArgs(ClassName name, string summary, IReadOnlyList<Property> properties) =>
        Class(name, "InvokeArgs", summary, properties, properties.Select(PlainMember));

    private static string Class(
        ClassName name, string baseClass, string summary, IEnumerable<Property> properties, IEnumerable<string> members) => $$"""
        {{Doc.Summary(summary)}}
        public sealed class {{name.Name}} : global::Pulumi.{{baseClass}}
        {
        {{Block.Members(members, [Constructor(name, properties)])}}

            {{Doc.Summary("No arguments but the defaults.")}}
            public static new {{name.Name}} Empty => new {{name.Name}}();
        }
        """;

    private static string Constructor(ClassName name, IEnumerable<Property> properties)
    {
        var defaults = properties
            .Where(property => property.Default is not null)
            .Select(property => $"{property.Name} = {property.Default};")
            .ToList();
        return defaults.Count == 0
            ? $$"""
            {{Doc.Summary("Creates arguments without a value.")}}
            public {{name.Name}}()
            {
            }
            """
            : $$"""
            {{Doc.Summary("Creates arguments that have their defaults.")}}
            public {{name.Name}}()
            {
            {{Block.Lines(defaults, 1)}}
            }
            """;
    }

    private string PlainMember(Property property)
    {
        var type = types.Argument(property.Type);
        var attribute = $"[Input({CSharp.Literal(property.Wire)}{(property.IsRequired ? ", required: true" : "")})]";
        if (property.Type is TypeSpec.List or TypeSpec.Map)
        {
            return $$"""
                {{attribute}}
                private {{type}}? _{{property.Wire}};

                {{Doc.Input(property)}}
                public {{type}} {{property.Name}}
                {
                    get => _{{property.Wire}} ??= new {{type}}();
                    set => _{{property.Wire}} = value;
                }
                """;
        }

        return $$"""
            {{Doc.Input(property)}}
            {{attribute}}
            public {{type}}{{(property.IsRequired ? "" : "?")}} {{property.Name}} { get; set; }{{Initializer(property)}}
            """;
    }

    private string Initializer(Property property) => property.IsRequired && !types.IsValueType(property.Type) ? " = null!;" : "";
}
