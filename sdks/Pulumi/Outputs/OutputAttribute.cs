namespace Pulumi;

/// <summary>Marks a property of a resource that the engine's answer fills, or a property of a stack that is one of its outputs.</summary>
/// <param name="name">The name that the engine knows; the property's name when null.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OutputAttribute(string? name = null) : Attribute
{
    /// <summary>The name that the engine knows; null when it is the property's name.</summary>
    public string? Name { get; } = name;
}
