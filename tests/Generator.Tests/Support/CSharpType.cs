using System.Reflection;

namespace Generator.Tests.Support;

/// <summary>Types as they are written in C#, nullable annotations included; classes of Inputs and Outputs by their short names.</summary>
internal static class CSharpType
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(string)] = "string",
        [typeof(int)] = "int",
        [typeof(double)] = "double",
        [typeof(bool)] = "bool",
        [typeof(object)] = "object",
    };

    public static string Of(PropertyInfo property) => Of(property.PropertyType, new NullabilityInfoContext().Create(property));

    public static string Of(FieldInfo field) => Of(field.FieldType, new NullabilityInfoContext().Create(field));

    public static string Of(ParameterInfo parameter) => Of(parameter.ParameterType, new NullabilityInfoContext().Create(parameter));

    private static string Of(Type type, NullabilityInfo nullability)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return Name(underlying) + "?";
        var name = type.IsGenericType
            ? $"{Name(type)}<{string.Join(", ", type.GetGenericArguments().Zip(nullability.GenericTypeArguments, Of))}>"
            : Name(type);
        return name + (nullability.ReadState == NullabilityState.Nullable && !type.IsValueType ? "?" : "");
    }

    private static string Name(Type type)
    {
        if (Keywords.TryGetValue(type, out var keyword))
            return keyword;
        var name = type.Name.Split('`')[0];
        var parent = type.Namespace!.Split('.').Last();
        if (parent is "Inputs" or "Outputs")
            return $"{parent}.{name}";
        return type.IsGenericType || type.Assembly == typeof(Pulumi.Resource).Assembly ? name : $"{type.Namespace}.{name}";
    }
}
