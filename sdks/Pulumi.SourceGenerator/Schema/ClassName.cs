namespace Pulumi.SourceGenerator.Schema;

/// <summary>A C# class by namespace and name.</summary>
internal sealed record ClassName(string Namespace, string Name)
{
    /// <summary>How generated code refers to it: unambiguous wherever it stands.</summary>
    public string Reference => $"global::{Namespace}.{Name}";

    /// <summary>A sibling in a nested namespace, such as <c>Inputs</c>.</summary>
    public ClassName In(string nested, string suffix = "") => new($"{Namespace}.{nested}", Name + suffix);

    /// <summary>A sibling whose name has a suffix, such as <c>Args</c>.</summary>
    public ClassName With(string suffix) => new(Namespace, Name + suffix);
}
