using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Runs the transformations that apply to a resource: its own first, then its parent's.</summary>
internal static class ResourceTransformations
{
    public static ImmutableArray<ResourceTransformation> Inherit(ResourceOptions options)
    {
        var own = options.GivenTransformations is { Count: > 0 } given ? given.ToImmutableArray() : [];
        var parent = options.Parent ?? Deployment.Current?.RootStack;
        if (parent is null || parent.Transformations.IsEmpty)
            return own;
        return own.IsEmpty ? parent.Transformations : own.AddRange(parent.Transformations);
    }

    public static (ResourceArgs Args, ResourceOptions Options) Apply(
        ImmutableArray<ResourceTransformation> transformations, Resource resource, ResourceArgs args, ResourceOptions options)
    {
        var parent = options.Parent;
        foreach (var transformation in transformations)
        {
            if (transformation(new ResourceTransformationArgs(resource, args, options)) is not { } result)
                continue;
            if (!ReferenceEquals(result.Options.Parent, parent))
                throw new InvalidOperationException("A transformation cannot change a resource's parent.");
            (args, options) = (result.Args, result.Options);
        }

        return (args, options);
    }
}
