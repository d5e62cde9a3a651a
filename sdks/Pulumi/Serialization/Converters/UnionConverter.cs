using Google.Protobuf.WellKnownTypes;

namespace Pulumi;

/// <summary>A value is of the union's first type if it can be read so, else of its second.</summary>
internal sealed class UnionConverter<T0, T1> : ValueConverter<Union<T0, T1>>
{
    private readonly ValueConverter<T0> _first = Converters.For<T0>();
    private readonly ValueConverter<T1> _second = Converters.For<T1>();

    protected override Union<T0, T1> Read(Value value, DecodingContext context)
    {
        var attempt = new DecodingContext();
        var first = _first.Convert(value, attempt);
        if (attempt.Mismatches.Count > 0)
            return _second.Convert(value, context);

        context.Adopt(attempt);
        return first;
    }
}
