using Infra.Services.Catalogue;
using Infra.Settings;

namespace Infra.Releases;

/// <summary>
/// Pure: whether the database or the code changes first. Code that runs must always find what it needs: what is added comes before the code
/// that uses it, what is taken away goes after the last code that does. Going back is the mirror image.
/// </summary>
public static class ReleaseOrder
{
    /// <summary>Whether the database changes before any service that uses it.</summary>
    public static bool IsDatabaseFirst(ReleaseSettings release) =>
        release.Mode == (release.RollbackTo is null ? ReleaseMode.Additive : ReleaseMode.Subtractive);

    /// <summary>Names of the services that must have converged before the database changes, Postgres aside.</summary>
    /// <param name="release">The release.</param>
    /// <param name="services">Names of all services.</param>
    public static IReadOnlyList<string> BeforeDatabase(ReleaseSettings release, IEnumerable<string> services) =>
        release.Mode == ReleaseMode.First ? [.. services]
        : IsDatabaseFirst(release) ? []
        : [Hasura.Name, Lucky.Name];
}
