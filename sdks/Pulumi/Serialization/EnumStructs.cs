using System.Collections.Concurrent;
using System.Reflection;

namespace Pulumi;

/// <summary>Reads the text or number out of structs marked with <see cref="EnumTypeAttribute"/>.</summary>
internal static class EnumStructs
{
    private static readonly ConcurrentDictionary<Type, MethodInfo?> Operators = new();

    public static bool TryRead(object value, out object content)
    {
        var conversion = Operators.GetOrAdd(value.GetType(), FindOperator);
        content = conversion?.Invoke(obj: null, [value])!;
        return content is string or double;
    }

    private static MethodInfo? FindOperator(Type type) => type.IsDefined(typeof(EnumTypeAttribute))
        ? Array.Find(
            type.GetMethods(BindingFlags.Public | BindingFlags.Static),
            method => method.Name is "op_Explicit" or "op_Implicit" && (method.ReturnType == typeof(string) || method.ReturnType == typeof(double)))
        : null;
}
