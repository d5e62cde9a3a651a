namespace Pulumi;

/// <summary>Which kinds of values a program can be answered with.</summary>
internal static class AcceptedValues
{
    /// <summary>References to resources, unless PULUMI_DISABLE_RESOURCE_REFERENCES says otherwise.</summary>
    public static bool Resources { get; } = Environment.GetEnvironmentVariable("PULUMI_DISABLE_RESOURCE_REFERENCES") is not { } disabled
        || !(disabled == "1" || disabled.Equals("true", StringComparison.OrdinalIgnoreCase));
}
