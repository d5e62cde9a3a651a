using System.Collections.Immutable;

namespace Pulumi;

/// <summary>What applies to the reading of one property.</summary>
/// <param name="Resources">The resources that the value comes from.</param>
/// <param name="MissingIsKnown">Whether a property that the answer lacks is known to have its default value.</param>
/// <param name="Warn">Told of values of the wrong type.</param>
internal readonly record struct OutputReading(ImmutableHashSet<Resource> Resources, bool MissingIsKnown, Action<string> Warn);
