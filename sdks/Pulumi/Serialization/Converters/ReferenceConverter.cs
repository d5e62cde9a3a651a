using Google.Protobuf.WellKnownTypes;

namespace Pulumi;

/// <summary>Assets, archives and resources, which only special objects can be read as.</summary>
internal sealed class ReferenceConverter<T> : ValueConverter<T>
    where T : class
{
    private readonly ValueConverter<object?> _any = Converters.For<object?>();

    protected override T Read(Value value, DecodingContext context) =>
        value.KindCase == Value.KindOneofCase.StructValue && _any.Convert(value, context) is T found ? found : Mismatch(value, context, typeof(T));
}
