using Google.Protobuf.WellKnownTypes;

namespace Pulumi;

/// <summary>A property of a resource class that the engine's answer fills.</summary>
internal abstract class OutputProperty
{
    /// <summary>The name that the engine knows.</summary>
    public abstract string Name { get; }

    /// <summary>Gives the resource an output that is not there yet, and returns it.</summary>
    public abstract object Begin(Resource resource);

    /// <summary>Completes an output with what the answer has under the property's name, if anything.</summary>
    public abstract void Complete(object output, Value? value, OutputReading reading);

    public abstract void Fail(object output, Exception exception);
}
