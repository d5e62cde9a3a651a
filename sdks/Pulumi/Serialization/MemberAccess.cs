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
        return property.PropertyType.IsValueType ? property.GetValue : Of(property).Getter(getter);
    }

    /// <summary>Null when the property has no setter; its type must be a class.</summary>
    public static Action<object, object>? Setter(PropertyInfo property) =>
        property.SetMethod is { } setter ? Of(property).Setter(setter) : null;

    // Of two classes, so that one compiled copy serves them all.
    private static IAccess Of(PropertyInfo property) =>
        (IAccess)Activator.CreateInstance(typeof(Access<,>).MakeGenericType(property.DeclaringType!, property.PropertyType))!;

    private interface IAccess
    {
        Func<object, object?> Getter(MethodInfo getter);

        Action<object, object> Setter(MethodInfo setter);
    }

    private sealed class Access<TOwner, TValue> : IAccess
        where TOwner : class
        where TValue : class
    {
        public Func<object, object?> Getter(MethodInfo getter)
        {
            var read = getter.CreateDelegate<Func<TOwner, TValue?>>();
            return owner => read((TOwner)owner);
        }

        public Action<object, object> Setter(MethodInfo setter)
        {
            var write = setter.CreateDelegate<Action<TOwner, TValue>>();
            return (owner, value) => write((TOwner)owner, (TValue)value);
        }
    }
}
