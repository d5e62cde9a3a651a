using System.Reflection;
using Google.Protobuf.WellKnownTypes;

namespace Pulumi;

/// <summary>Objects become instances of a class marked with <see cref="OutputTypeAttribute"/>, through its marked constructor.</summary>
internal sealed class OutputTypeConverter<T> : ValueConverter<T>
{
    private readonly ConstructorInvoker _constructor;
    private readonly Lazy<Parameter[]> _parameters;

    public OutputTypeConverter()
    {
        var constructor = Array.Find(
            typeof(T).GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic),
            candidate => candidate.IsDefined(typeof(OutputConstructorAttribute)))
            ?? throw new InvalidOperationException($"{typeof(T)} has [OutputType] but no constructor with [OutputConstructor].");
        _constructor = ConstructorInvoker.Create(constructor);
        // Types may refer to themselves, so the converters of their parts are found when there is something to read.
        _parameters = new Lazy<Parameter[]>(() =>
            [.. constructor.GetParameters().Select(parameter => new Parameter(parameter.Name!, Converters.For(parameter.ParameterType), Default(parameter.ParameterType)))]);
    }

    protected override T Read(Value value, DecodingContext context)
    {
        if (value.KindCase != Value.KindOneofCase.StructValue)
            return Mismatch(value, context, typeof(System.Collections.Immutable.ImmutableDictionary<string, object>));

        var fields = value.StructValue.Fields;
        var arguments = new object?[_parameters.Value.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            var parameter = _parameters.Value[i];
            var before = context.Mismatches.Count;
            arguments[i] = fields.TryGetValue(parameter.Name, out var item) ? parameter.Converter.ConvertUntyped(item, context) : parameter.Default;
            if (context.Mismatches.Count > before)
                context.Locate(before, $".{parameter.Name}");
        }

        return (T)_constructor.Invoke(arguments.AsSpan())!;
    }

    private static object? Default(System.Type type) => type.IsValueType ? Activator.CreateInstance(type) : null;

    private sealed record Parameter(string Name, ValueConverter Converter, object? Default);
}
