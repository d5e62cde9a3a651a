using System.Reflection;
using System.Runtime.CompilerServices;

namespace Sdks.Tests.PublicApi;

/// <summary>Types as they are written in C#, without the namespaces that everybody imports.</summary>
internal static class TypeText
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(string)] = "string",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(double)] = "double",
        [typeof(bool)] = "bool",
        [typeof(object)] = "object",
    };

    public static string Of(ParameterInfo parameter)
    {
        var names = parameter.GetCustomAttribute<TupleElementNamesAttribute>()?.TransformNames ?? [];
        return Of(parameter.ParameterType, new Queue<string?>(names));
    }

    public static string Of(Type type) => Of(type, new());

    /// <summary>The name alone, as a constructor has it.</summary>
    public static string Simple(Type type) => type.Name.Split('`')[0];

    private static string Of(Type type, Queue<string?> tupleNames)
    {
        if (type.IsArray)
            return Of(type.GetElementType()!, tupleNames) + "[]";
        if (Nullable.GetUnderlyingType(type) is { } value)
            return Of(value, tupleNames) + "?";
        if (Keywords.TryGetValue(type, out var keyword))
            return keyword;
        if (type.IsGenericParameter)
            return type.Name;
        if (type is { Namespace: "System", IsGenericType: true } && Simple(type) == nameof(ValueTuple))
            return Tuple(type, tupleNames);

        var arguments = type.GetGenericArguments().Select(argument => Of(argument, tupleNames)).ToList();
        return Prefix(type) + Simple(type) + (arguments.Count == 0 ? "" : $"<{string.Join(", ", arguments)}>");
    }

    private static string Tuple(Type type, Queue<string?> names)
    {
        var elements = Elements(type);
        var named = elements.Select(_ => names.TryDequeue(out var name) ? name : null).ToList();
        return $"({string.Join(", ", elements.Zip(named, (element, name) => Of(element, names) + (name is null ? "" : $" {name}")))})";
    }

    // The eighth element of a tuple is a tuple of the rest.
    private static Type[] Elements(Type tuple)
    {
        var arguments = tuple.GetGenericArguments();
        return arguments.Length == 8 ? [.. arguments[..7], .. Elements(arguments[7])] : arguments;
    }

    private static string Prefix(Type type) =>
        type.Namespace!.StartsWith("Pulumi.", StringComparison.Ordinal) ? type.Namespace["Pulumi.".Length..] + "." : "";
}
