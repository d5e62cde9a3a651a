namespace Pulumi;

/// <summary>Marks a class that objects in the engine's answers are turned into.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class OutputTypeAttribute : Attribute
{
}
