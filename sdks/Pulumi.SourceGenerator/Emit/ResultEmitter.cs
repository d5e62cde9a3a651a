using Pulumi.SourceGenerator.Schema;

namespace Pulumi.SourceGenerator.Emit;

/// <summary>Classes that the engine's answers are read into: objects inside outputs, and results of functions.</summary>
internal sealed class ResultEmitter(TypeNames types)
{
    public string Emit(ClassName name, string summary, IReadOnlyList<Property> properties, Shape shape) => $$"""
        {{Doc.Summary(summary)}}
        [OutputType]
        public sealed class {{name.Name}}
        {
        {{Block.Members(properties.Select(property => Field(property, shape)), [Constructor(name, properties, shape)])}}
        }
        """;

    private string Field(Property property, Shape shape) => $"""
        {Doc.Output(property)}
        public readonly {types.Value(property, shape)} {property.Name};
        """;

    private string Constructor(ClassName name, IReadOnlyList<Property> properties, Shape shape)
    {
        var parameters = properties.Select(property => $"{types.Value(property, shape)} {CSharp.Parameter(property.Wire)}");
        var assignments = properties.Select(property => $"{property.Name} = {CSharp.Parameter(property.Wire)};");
        return $$"""
            [OutputConstructor]
            private {{name.Name}}(
            {{Block.Lines([string.Join(",\n", parameters)], 1)}})
            {
            {{Block.Lines(assignments, 1)}}
            }
            """;
    }
}
