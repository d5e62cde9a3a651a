namespace Tests.Support;

/// <summary>
/// A test that runs installed programs. Where one is absent the test is skipped and says so; in CI (<c>CI</c> is set) it runs and fails.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RequiresToolFactAttribute : FactAttribute
{
    public RequiresToolFactAttribute(params string[] tools)
    {
        Tools = tools;
        var missing = tools.Where(tool => Tool.Find(tool) is null).ToList();
        if (missing.Count > 0 && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI")))
            Skip = $"needs {string.Join(", ", missing)}; .ci/install installs it on Debian and Ubuntu";
    }

    /// <summary>The programs that the test runs.</summary>
    public IReadOnlyList<string> Tools { get; }
}
