using Google.Protobuf.WellKnownTypes;

namespace Pulumi;

/// <summary>Reads values of an answer as objects of one type.</summary>
internal abstract class ValueConverter
{
    public abstract object? ConvertUntyped(Value value, DecodingContext context);

    /// <summary>A property that is filled with what this converter reads.</summary>
    /// <param name="name">The name that the engine knows.</param>
    /// <param name="label">What messages call it.</param>
    /// <param name="assign">Gives a resource the property's output.</param>
    public abstract OutputProperty ToProperty(string name, string label, Action<object, object> assign);
}
