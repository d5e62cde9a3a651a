namespace Pulumi;

/// <summary>Changes the arguments or options of a resource before it is registered.</summary>
/// <param name="args">The resource and what it was given.</param>
/// <returns>What it is to be given instead; null to leave it as it is.</returns>
public delegate ResourceTransformationResult? ResourceTransformation(ResourceTransformationArgs args);
