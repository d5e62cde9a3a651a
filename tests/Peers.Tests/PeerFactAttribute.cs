using Tests.Support;

namespace Peers.Tests;

/// <summary>
/// A test against Pulumi's own Node packages. Where they are not installed it is skipped and says so; in CI (<c>CI</c> is set) it
/// runs and fails.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PeerFactAttribute : FactAttribute
{
    public PeerFactAttribute()
    {
        var isInstalled = Tool.Find("node") is not null && Directory.Exists(Path.Combine(PeerFolder.Path, "node_modules"));
        if (!isInstalled && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI")))
            Skip = "needs Node 20 and its packages; run `npm ci` in tests/Peers";
    }
}
