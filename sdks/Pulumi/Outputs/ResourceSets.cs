using System.Collections.Immutable;

namespace Pulumi;

internal static class ResourceSets
{
    /// <summary>The union, without building a new set where one side already is it.</summary>
    public static ImmutableHashSet<Resource> With(this ImmutableHashSet<Resource> set, ImmutableHashSet<Resource> other)
    {
        if (other.Count == 0 || ReferenceEquals(set, other))
            return set;
        return set.Count == 0 ? other : set.Union(other);
    }
}
