namespace Pulumi;

/// <summary>An input whose type does not matter to the reader.</summary>
internal interface IInput
{
    /// <summary>The value as it was given: plain, an output, or a collection of inputs.</summary>
    object? Content { get; }
}
