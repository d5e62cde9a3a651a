namespace Pulumi;

/// <summary>A part of an answer that has another type than the program expects.</summary>
internal sealed record TypeMismatch(Type Expected, Type Actual, string Path)
{
    public string Describe(string label) => $"Expected {Expected.FullName} but got {Actual.FullName} deserializing {label}{Path}";
}
