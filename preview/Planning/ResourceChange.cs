using Preview.Earlier;

namespace Preview.Planning;

/// <summary>How a resource differs from what it was.</summary>
/// <param name="Op">What an update would do with it.</param>
/// <param name="Old">The resource as it was.</param>
public sealed record ResourceChange(StepOp Op, EarlierResource Old)
{
    /// <summary>The inputs that differ, sorted by path.</summary>
    public IReadOnlyList<PropertyChange> Properties { get; init; } = [];

    /// <summary>What cannot be compared, sorted by path.</summary>
    public IReadOnlyList<Incomparable> NotCompared { get; init; } = [];

    /// <summary>Why it is replaced: inputs by name, or <c>provider</c>, <c>id</c>, <c>replaceWith</c> or <c>pendingReplacement</c>; empty unless it is.</summary>
    public IReadOnlyList<string> ReplaceReasons { get; init; } = [];

    /// <summary>Whether it is replaced to make way for another one that is deleted before its replacement comes.</summary>
    public bool MakesWay { get; init; }

    /// <summary>The inputs that differ, by name.</summary>
    public IEnumerable<string> DiffReasons => Properties.Select(change => change.Path.First).Distinct();
}

/// <summary>A property that may have changed or not.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Why">Why nobody can tell here.</param>
public sealed record Incomparable(PropertyPath Path, IncomparableReason Why);

/// <summary>Why a property cannot be compared.</summary>
public enum IncomparableReason
{
    /// <summary>It is a secret that the file has in encrypted or masked form, or that has a placeholder in this preview.</summary>
    Secret,

    /// <summary>It comes from something that only an update asks, such as a function of a provider, or is missing in the file.</summary>
    Unknown,

    /// <summary>It is a file, of which the file has the path only.</summary>
    FileContent,
}
