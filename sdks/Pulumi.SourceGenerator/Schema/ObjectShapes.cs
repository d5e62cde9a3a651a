namespace Pulumi.SourceGenerator.Schema;

/// <summary>Which object types are used, and in which shapes.</summary>
internal static class ObjectShapes
{
    public static IReadOnlyCollection<(ObjectSchema Type, Shape Shape)> Of(PackageSchema package)
    {
        var found = new HashSet<(ObjectSchema, Shape)>();
        foreach (var resource in package.Provider is null ? package.Resources : [package.Provider, .. package.Resources])
        {
            Add(resource.Inputs, Shape.Input);
            Add(resource.Outputs, Shape.Output);
            Add(resource.State ?? [], Shape.State);
        }

        foreach (var function in package.Functions)
        {
            Add(function.Inputs, Shape.FunctionInput);
            Add(function.Inputs, Shape.PlainInput);
            Add(function.Outputs, Shape.FunctionOutput);
        }

        return found;

        void Add(IEnumerable<Property> properties, Shape shape)
        {
            foreach (var type in properties.SelectMany(property => References(property.Type)))
            {
                if (package.Objects.TryGetValue(type, out var schema) && found.Add((schema, shape)))
                    Add(schema.Properties, shape);
            }
        }
    }

    private static IEnumerable<string> References(TypeSpec type) => type switch
    {
        TypeSpec.Reference reference => [reference.Token],
        TypeSpec.List list => References(list.Item),
        TypeSpec.Map map => References(map.Value),
        TypeSpec.Union union => References(union.First).Concat(References(union.Second)),
        _ => [],
    };
}
