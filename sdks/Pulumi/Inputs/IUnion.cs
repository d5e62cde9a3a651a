namespace Pulumi;

/// <summary>A union whose types do not matter to the reader.</summary>
internal interface IUnion
{
    object? Value { get; }
}
