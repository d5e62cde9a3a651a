using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;

namespace Pulumi;

/// <summary>Finds the converter for a type, once.</summary>
internal static class Converters
{
    private static readonly ConcurrentDictionary<Type, ValueConverter> Known = new();

    // Named here, they are compiled ahead of time, unlike those that reflection makes.
    private static readonly Dictionary<Type, Func<ValueConverter>> Common = new()
    {
        [typeof(string)] = () => new StringConverter(),
        [typeof(bool)] = () => new BooleanConverter(),
        [typeof(int)] = () => new Int32Converter(),
        [typeof(double)] = () => new DoubleConverter(),
        [typeof(bool?)] = () => new NullableConverter<bool>(),
        [typeof(int?)] = () => new NullableConverter<int>(),
        [typeof(double?)] = () => new NullableConverter<double>(),
        [typeof(ImmutableArray<string>)] = () => new ImmutableArrayConverter<string>(),
    };

    public static ValueConverter<T> For<T>() => (ValueConverter<T>)For(typeof(T));

    public static ValueConverter For(Type type) => Known.TryGetValue(type, out var known) ? known : Known.GetOrAdd(type, Create(type));

    private static ValueConverter Create(Type type)
    {
        if (Common.TryGetValue(type, out var create))
            return create();
        if (type == typeof(object))
            return new ObjectConverter();
        if (type == typeof(JsonElement))
            return new JsonElementConverter();
        if (type.IsEnum)
            return Generic(typeof(EnumConverter<>), type);
        if (type.IsDefined(typeof(EnumTypeAttribute), inherit: false))
            return Generic(typeof(EnumStructConverter<>), type);
        if (type.IsDefined(typeof(OutputTypeAttribute), inherit: false))
            return Generic(typeof(OutputTypeConverter<>), type);
        if (typeof(AssetOrArchive).IsAssignableFrom(type) || typeof(Resource).IsAssignableFrom(type))
            return Generic(typeof(ReferenceConverter<>), type);
        return CreateGeneric(type);
    }

    private static ValueConverter CreateGeneric(Type type)
    {
        var arguments = type.GetGenericArguments();
        var definition = type.IsGenericType ? type.GetGenericTypeDefinition() : null;
        if (definition == typeof(Nullable<>))
            return Generic(typeof(NullableConverter<>), arguments);
        if (definition == typeof(ImmutableArray<>))
            return Generic(typeof(ImmutableArrayConverter<>), arguments);
        if (definition == typeof(ImmutableDictionary<,>) && arguments[0] == typeof(string))
            return Generic(typeof(ImmutableDictionaryConverter<>), arguments[1]);
        if (definition == typeof(Union<,>))
            return Generic(typeof(UnionConverter<,>), arguments);
        throw new InvalidOperationException(
            $"{type} cannot be read from the engine's answers; use string, bool, int, double, object, an enumeration, " +
            "a class with [OutputType], ImmutableArray<T> or ImmutableDictionary<string, T>.");
    }

    private static ValueConverter Generic(Type definition, params Type[] arguments) =>
        (ValueConverter)Activator.CreateInstance(
            definition.MakeGenericType(arguments),
            BindingFlags.Public | BindingFlags.Instance | BindingFlags.DoNotWrapExceptions,
            binder: null,
            args: null,
            culture: null)!;
}
