using Pulumi.SourceGenerator.Schema;

namespace Pulumi.SourceGenerator.Emit;

/// <summary>Types of the schema → types of C#.</summary>
internal sealed class TypeNames(PackageSchema package)
{
    public ClassName Object(ObjectSchema type, Shape shape) => shape switch
    {
        Shape.Input or Shape.PlainInput => type.Class.In("Inputs", "Args"),
        Shape.State => type.Class.In("Inputs", "GetArgs"),
        Shape.FunctionInput => type.Class.In("Inputs", "InputArgs"),
        Shape.FunctionOutput when package.IsBridged => type.Class.In("Outputs", "Result"),
        _ => type.Class.In("Outputs"),
    };

    /// <summary>A value as it is, inside an <c>Input</c> or <c>Output</c> and inside collections.</summary>
    public string Value(TypeSpec type, Shape shape) => type switch
    {
        TypeSpec.Plain plain => plain.CSharp,
        TypeSpec.List list => $"ImmutableArray<{Value(list.Item, shape)}>",
        TypeSpec.Map map => $"ImmutableDictionary<string, {Value(map.Value, shape)}>",
        TypeSpec.Union union => $"Union<{Value(union.First, shape)}, {Value(union.Second, shape)}>",
        TypeSpec.Reference reference => Reference(reference.Token, shape),
        _ => throw new NotSupportedException(type.ToString()),
    };

    /// <summary>A value that may be absent. An absent array is <c>default(ImmutableArray)</c>, so arrays are never nullable.</summary>
    public string Value(Property property, Shape shape) =>
        Value(property.Type, shape) + (property.IsRequired || property.Type is TypeSpec.List ? "" : "?");

    /// <summary>What a program may assign to an input.</summary>
    public string Input(TypeSpec type, Shape shape) => type switch
    {
        TypeSpec.List list => $"InputList<{Value(list.Item, shape)}>",
        TypeSpec.Map map => $"InputMap<{Value(map.Value, shape)}>",
        TypeSpec.Union union => $"InputUnion<{Value(union.First, shape)}, {Value(union.Second, shape)}>",
        _ => $"Input<{Value(type, shape)}>",
    };

    /// <summary>An argument of a function's task form.</summary>
    public string Argument(TypeSpec type) => type switch
    {
        TypeSpec.List list => $"List<{Argument(list.Item)}>",
        TypeSpec.Map map => $"Dictionary<string, {Argument(map.Value)}>",
        _ => Value(type, Shape.PlainInput),
    };

    public bool IsValueType(TypeSpec type) => type switch
    {
        TypeSpec.Plain plain => plain.IsValueType,
        TypeSpec.Union => true,
        TypeSpec.Reference reference => package.Enums.ContainsKey(reference.Token),
        _ => false,
    };

    private string Reference(string token, Shape shape) => package.Enums.TryGetValue(token, out var enumeration)
        ? enumeration.Class.Reference
        : Object(package.Objects[token], shape).Reference;
}
