namespace Pulumi;

/// <summary>The resources that a resource must wait for, as the engine is told of them.</summary>
internal static class DependencyUrns
{
    /// <summary>
    /// The URNs that some resources stand for: custom resources and remote components for themselves, local components for the
    /// custom resources in them. A component that the dependent is itself part of stands for nothing, since waiting for it would never end.
    /// </summary>
    public static IReadOnlyCollection<string> Of(IReadOnlyCollection<Resource> resources, Resource? dependent, Waiting waiting)
    {
        if (resources.Count == 0)
            return [];

        var urns = new HashSet<string>(StringComparer.Ordinal);
        foreach (var resource in resources)
            Expand(resource, dependent, urns, waiting);
        return urns;
    }

    private static void Expand(Resource resource, Resource? dependent, HashSet<string> urns, Waiting waiting)
    {
        if (ReferenceEquals(resource, dependent) || (dependent is not null && IsWithin(dependent, resource)))
            return;
        if (resource.IsCustom || resource.IsRemote)
        {
            if (waiting.For(resource.Urn) is { IsKnown: true, Value: { Length: > 0 } urn })
                urns.Add(urn);
            return;
        }

        foreach (var child in resource.Children)
            Expand(child, dependent, urns, waiting);
    }

    private static bool IsWithin(Resource resource, Resource ancestor)
    {
        if (ancestor.IsCustom)
            return false;
        for (var parent = resource.Parent; parent is not null; parent = parent.Parent)
        {
            if (ReferenceEquals(parent, ancestor))
                return true;
        }

        return false;
    }
}
