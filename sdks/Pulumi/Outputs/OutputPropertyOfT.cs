using Google.Protobuf.WellKnownTypes;

namespace Pulumi;

internal sealed class OutputProperty<T>(string name, string label, Action<object, object> assign, ValueConverter<T> converter) : OutputProperty
{
    public override string Name => name;

    public override object Begin(Resource resource)
    {
        var output = Output<T>.Pending();
        assign(resource, output);
        return output;
    }

    public override void Complete(object output, Value? value, OutputReading reading) => ((Output<T>)output).Complete(Read(value, reading));

    public override void Fail(object output, Exception exception) => ((Output<T>)output).Fail(exception);

    private OutputData<T> Read(Value? value, OutputReading reading)
    {
        if (value is null)
            return new OutputData<T>(default!, reading.MissingIsKnown, IsSecret: false, reading.Resources);

        var context = new DecodingContext();
        var converted = Convert(value, context);
        foreach (var mismatch in context.Mismatches)
            reading.Warn(mismatch.Describe(label));
        return context.IsKnown
            ? new OutputData<T>(converted, IsKnown: true, context.IsSecret, reading.Resources)
            : OutputData<T>.Unknown(context.IsSecret, reading.Resources);
    }

    private T Convert(Value value, DecodingContext context)
    {
        try
        {
            return converter.Convert(value, context);
        }
        catch (FormatException malformed)
        {
            throw new FormatException($"The engine answered with a malformed {label}: {malformed.Message}.", malformed);
        }
    }
}
