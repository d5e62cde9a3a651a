namespace Infra.Settings;

/// <summary>Whether the code or the database changes first in a release.</summary>
public enum ReleaseMode
{
    /// <summary>The migrations add: they run first, and the old code works with what they added until it is updated.</summary>
    Additive,

    /// <summary>The migrations take away: they run when no task uses any more what they remove.</summary>
    Subtractive,

    /// <summary>An empty environment whose migrations need the services: all of them first, then the migrations.</summary>
    First,
}
