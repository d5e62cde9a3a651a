using System.Collections.Concurrent;
using System.Reflection;

namespace Pulumi;

/// <summary>The output properties of resource classes, looked up once a class.</summary>
internal static class OutputProperties
{
    private const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
    private static readonly ConcurrentDictionary<Type, OutputProperty[]> Known = new();

    /// <summary>The properties to fill. A stack fills its own: they are what it gives to the engine.</summary>
    public static OutputProperty[] Of(Resource resource) => resource is Stack ? [] : Known.GetOrAdd(resource.GetType(), static type => [.. Marked(type).Select(Create)]);

    public static IEnumerable<PropertyInfo> Marked(Type type)
    {
        for (var level = type; level is not null && level != typeof(Resource); level = level.BaseType)
        {
            foreach (var property in level.GetProperties(Declared))
            {
                if (property.IsDefined(typeof(OutputAttribute)))
                    yield return property;
            }
        }
    }

    private static OutputProperty Create(PropertyInfo property)
    {
        var (owner, type) = (property.DeclaringType!, property.PropertyType);
        var label = $"{owner.FullName}.{property.Name}";
        if (!type.IsConstructedGenericType || type.GetGenericTypeDefinition() != typeof(Output<>))
            throw new InvalidOperationException($"[Output] {label} is not an Output<T>.");
        var assign = MemberAccess.Setter(property)
            ?? throw new InvalidOperationException($"[Output] {label} has no setter; give it one, which may be private.");

        var name = property.GetCustomAttribute<OutputAttribute>()!.Name ?? property.Name;
        return Converters.For(type.GenericTypeArguments[0]).ToProperty(name, $"{owner.FullName}.{name}", assign);
    }
}
