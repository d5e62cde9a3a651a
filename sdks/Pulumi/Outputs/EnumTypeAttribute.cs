namespace Pulumi;

/// <summary>Marks a struct that stands for an enumeration of texts or numbers; it converts to its value explicitly and has a constructor that takes one.</summary>
[AttributeUsage(AttributeTargets.Struct)]
public sealed class EnumTypeAttribute : Attribute
{
}
