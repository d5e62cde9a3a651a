using Google.Protobuf.WellKnownTypes;

namespace Pulumi;

/// <summary>Reads values of an answer as objects of one type.</summary>
internal abstract class ValueConverter
{
    public abstract object? ConvertUntyped(Value value, DecodingContext context);
}
