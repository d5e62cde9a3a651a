using Infra.Tests;
using Tests.Support;

namespace Backups.Tests;

/// <summary>
/// A test with a real PostgreSQL, restic, and an S3 server. Where one is absent the test is skipped and says so; in CI (<c>CI</c> is set) it
/// runs and fails.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BackupFactAttribute : FactAttribute
{
    /// <param name="more">Programs that this test needs besides.</param>
    public BackupFactAttribute(params string[] more)
    {
        More = more;
        var missing = new RequiresToolFactAttribute(["restic", "pg_ctlcluster", "node", "setpriv", "prometheus-pushgateway", .. more]).Skip;
        var storage = Directory.Exists(Repository.PathOf("tests", "Storage", "node_modules")) ? null : "needs s3rver: run `npm ci` in tests/Storage";
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI")))
            Skip = missing ?? storage;
    }

    public IReadOnlyList<string> More { get; }
}
