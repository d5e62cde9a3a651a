namespace Pulumi;

/// <summary>What a transformation gives a resource.</summary>
/// <param name="args">The arguments.</param>
/// <param name="options">The options; the parent must be the one given.</param>
public readonly struct ResourceTransformationResult(ResourceArgs args, ResourceOptions options)
{
    /// <summary>The arguments.</summary>
    public ResourceArgs Args { get; } = args;

    /// <summary>The options.</summary>
    public ResourceOptions Options { get; } = options;
}
