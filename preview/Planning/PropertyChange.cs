using Pulumi.Protocol;

namespace Preview.Planning;

/// <summary>What becomes of a property.</summary>
public enum ChangeKind
{
    /// <summary>It was not there before.</summary>
    Add,

    /// <summary>It is there no longer.</summary>
    Delete,

    /// <summary>It has another value.</summary>
    Update,
}

/// <summary>A difference in a property.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Kind">What becomes of it.</param>
/// <param name="Old">The value before; null when there was none. Secret values are <see cref="PropertyValue.Secret"/>.</param>
/// <param name="New">The value after; null when there is none.</param>
/// <param name="ForcesReplacement">Whether the resource cannot be changed in place because of it.</param>
public sealed record PropertyChange(PropertyPath Path, ChangeKind Kind, PropertyValue? Old, PropertyValue? New, bool ForcesReplacement = false);
