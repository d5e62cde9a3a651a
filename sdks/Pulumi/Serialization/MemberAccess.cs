using System.Reflection;

namespace Pulumi;

/// <summary>
/// Property access by delegates, which cost as much as a virtual call; reflection would compile code for each property
/// at the second use, and that is what a short program's time would go to.
/// </summary>
internal static class MemberAccess
{
    public static Func<object, object?> Getter(PropertyInfo property)
    {
        var getter = property.GetMethod ?? throw new InvalidOperationException($"{property.DeclaringType}.{property.Name} has no getter");
        if (property.PropertyType.IsValueType)
            return property.GetValue;
        var access = (IAccess)Activator.CreateInstance(typeof(Access<>).MakeGenericType(property.DeclaringType!))!;
        return access.Getter(getter);
    }

    private interface IAccess
    {
        Func<object, object?> Getter(MethodInfo getter);
    }

    private sealed class Access<TOwner> : IAccess
    {
        public Func<object, object?> Getter(MethodInfo getter)
        {
            var read = getter.CreateDelegate<Func<TOwner, object?>>();
            return owner => read((TOwner)owner);
        }
    }
}
