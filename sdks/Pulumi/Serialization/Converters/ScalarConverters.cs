using Google.Protobuf.WellKnownTypes;

namespace Pulumi;

internal sealed class StringConverter : ValueConverter<string>
{
    protected override string Read(Value value, DecodingContext context) =>
        value.KindCase == Value.KindOneofCase.StringValue ? value.StringValue : Mismatch(value, context, typeof(string));
}

internal sealed class BooleanConverter : ValueConverter<bool>
{
    protected override bool Read(Value value, DecodingContext context) =>
        value.KindCase == Value.KindOneofCase.BoolValue ? value.BoolValue : Mismatch(value, context, typeof(bool));
}

internal sealed class DoubleConverter : ValueConverter<double>
{
    protected override double Read(Value value, DecodingContext context) =>
        value.KindCase == Value.KindOneofCase.NumberValue ? value.NumberValue : Mismatch(value, context, typeof(double));
}

/// <summary>Every number on the wire is a double; a fraction is cut off.</summary>
internal sealed class Int32Converter : ValueConverter<int>
{
    protected override int Read(Value value, DecodingContext context) =>
        value.KindCase == Value.KindOneofCase.NumberValue ? (int)value.NumberValue : Mismatch(value, context, typeof(double));
}

internal sealed class NullableConverter<T> : ValueConverter<T?>
    where T : struct
{
    private readonly ValueConverter<T> _inner = Converters.For<T>();

    protected override T? Read(Value value, DecodingContext context)
    {
        var before = context.Mismatches.Count;
        var result = _inner.Convert(value, context);
        return context.Mismatches.Count == before ? result : null;
    }
}
