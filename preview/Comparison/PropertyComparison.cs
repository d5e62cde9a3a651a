using Preview.Planning;

namespace Preview.Comparison;

/// <summary>The differences between two sets of properties.</summary>
/// <param name="Changes">What differs, sorted by path.</param>
/// <param name="NotCompared">What may differ, sorted by path.</param>
public sealed record PropertyComparison(IReadOnlyList<PropertyChange> Changes, IReadOnlyList<Incomparable> NotCompared);
