using System.Collections;
using System.Collections.Immutable;

namespace Pulumi;

internal static class ImmutableArrays
{
    /// <summary>Whether a list is an immutable array that was never given a value, which counts as empty.</summary>
    public static bool IsDefault(IList list)
    {
        var type = list.GetType();
        return type.IsValueType
            && type.IsGenericType
            && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>)
            && list.Equals(Activator.CreateInstance(type));
    }
}
