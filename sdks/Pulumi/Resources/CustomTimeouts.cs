namespace Pulumi;

/// <summary>How long the provider may take; its own limits where null.</summary>
public sealed class CustomTimeouts
{
    /// <summary>Limit for creating.</summary>
    public TimeSpan? Create { get; set; }

    /// <summary>Limit for updating.</summary>
    public TimeSpan? Update { get; set; }

    /// <summary>Limit for deleting.</summary>
    public TimeSpan? Delete { get; set; }
}
