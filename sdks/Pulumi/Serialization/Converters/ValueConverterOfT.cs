using Google.Protobuf.WellKnownTypes;

namespace Pulumi;

/// <summary>Reads values of an answer as one type; what is unknown, null or of the wrong type becomes the default.</summary>
internal abstract class ValueConverter<T> : ValueConverter
{
    public T Convert(Value value, DecodingContext context) => context.Unwrap(value) is { } plain ? Read(plain, context) : default!;

    public override object? ConvertUntyped(Value value, DecodingContext context) => Convert(value, context);

    public override OutputProperty ToProperty(string name, string label, Action<object, object> assign) =>
        new OutputProperty<T>(name, label, assign, this);

    /// <summary>Reads a value that is there: not null, not unknown, not wrapped.</summary>
    protected abstract T Read(Value value, DecodingContext context);

    protected static T Mismatch(Value value, DecodingContext context, System.Type expected)
    {
        context.Mismatch(expected, value);
        return default!;
    }
}
