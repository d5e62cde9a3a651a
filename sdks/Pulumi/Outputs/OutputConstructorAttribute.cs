namespace Pulumi;

/// <summary>Marks the constructor of an output type; each parameter's name is the name of a property of the object.</summary>
[AttributeUsage(AttributeTargets.Constructor)]
public sealed class OutputConstructorAttribute : Attribute
{
}
