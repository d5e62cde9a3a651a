using Tests.Support;

namespace Preview.Tests.Local;

/// <summary>
/// A test on a swarm whose containers run. Without root or an installed program it is skipped and says so; in CI (<c>CI</c> is set) it runs
/// and fails.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RequiresSwarmFactAttribute : FactAttribute
{
    private static readonly string[] Tools = ["dockerd", "docker", "unshare", "nsenter", "haproxy", "socat", "prometheus", "curl", "busybox", "psql"];

    public RequiresSwarmFactAttribute() => Skip = new RequiresRootFactAttribute(Tools).Skip;

    /// <summary>Whether the tests run, so that their swarm is needed.</summary>
    public static bool Runs => new RequiresSwarmFactAttribute().Skip is null;
}
