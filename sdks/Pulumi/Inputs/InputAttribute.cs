namespace Pulumi;

/// <summary>Marks a member of an arguments class that is sent to the engine.</summary>
/// <param name="name">The name that the engine knows.</param>
/// <param name="required">Whether a value must be given.</param>
/// <param name="json">Whether the value travels as JSON text, as provider arguments do.</param>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public sealed class InputAttribute(string name, bool required = false, bool json = false) : Attribute
{
    internal string Name { get; } = name;

    internal bool IsRequired { get; } = required;

    internal bool Json { get; } = json;
}
