namespace Pulumi.Protocol;

/// <summary>Sizes that both sides of a call keep to.</summary>
public static class GrpcLimits
{
    /// <summary>The largest message in bytes, the official SDK's own limit: 400 MiB.</summary>
    public const int MaxMessageSize = 400 * 1024 * 1024;

    /// <summary>
    /// How deeply messages may nest. One level of a property value takes three messages, so protobuf's default of 100
    /// would refuse a property 34 levels deep.
    /// </summary>
    public const int MaxMessageDepth = 1_000;
}
