namespace Pulumi;

/// <summary>An output of another stack, taken out of its <see cref="Output{T}"/>. At most one of the two is set.</summary>
public sealed class StackReferenceOutputDetails
{
    /// <summary>The value when it is not secret.</summary>
    public object? Value { get; init; }

    /// <summary>The value when it is secret.</summary>
    public object? SecretValue { get; init; }
}
