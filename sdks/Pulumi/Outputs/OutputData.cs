using System.Collections.Immutable;

namespace Pulumi;

/// <summary>What an output holds once it is complete: the value and what must not be lost when it is passed on.</summary>
internal readonly record struct OutputData<T>(T Value, bool IsKnown, bool IsSecret, ImmutableHashSet<Resource> Resources)
{
    public static OutputData<T> Known(T value) => new(value, IsKnown: true, IsSecret: false, []);

    public static OutputData<T> Unknown(bool isSecret, ImmutableHashSet<Resource> resources) => new(default!, IsKnown: false, isSecret, resources);

    /// <summary>This data as the outcome of a step that started from data with the given flags and resources.</summary>
    public OutputData<T> After(bool isSecret, ImmutableHashSet<Resource> resources) =>
        this with { IsSecret = IsSecret || isSecret, Resources = resources.With(Resources) };
}
