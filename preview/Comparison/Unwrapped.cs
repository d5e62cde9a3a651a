using Pulumi.Protocol;

namespace Preview.Comparison;

/// <summary>A value without the marks around it.</summary>
/// <param name="Value">The value; null when there is none.</param>
/// <param name="IsSecret">Whether it must not be shown.</param>
internal sealed record Unwrapped(PropertyValue? Value, bool IsSecret)
{
    public bool IsUnknown => Value is PropertyValue.Unknown;

    /// <summary>The value as it may be shown.</summary>
    public PropertyValue? Shown => Value is not null && IsSecret ? new PropertyValue.Secret(Value) : Value;

    public static Unwrapped Of(PropertyValue? value, bool isSecret = false) => value switch
    {
        null or PropertyValue.Null => new(null, isSecret),
        PropertyValue.Secret secret => Of(secret.Value, isSecret: true),
        PropertyValue.OutputValue output => Of(output.Value ?? PropertyValue.Unknown.Instance, isSecret || output.IsSecret),
        _ => new(value, isSecret),
    };
}
