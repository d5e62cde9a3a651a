namespace Tests.Support;

/// <summary>
/// A test that runs installed programs as root, in namespaces of their own. Where that cannot be it is skipped and says so; in CI (<c>CI</c> is
/// set) it runs and fails.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RequiresRootFactAttribute : FactAttribute
{
    public RequiresRootFactAttribute(params string[] tools)
    {
        Tools = tools;
        Skip = new RequiresToolFactAttribute(tools).Skip
            ?? (Environment.IsPrivilegedProcess || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI")) ? null : "needs root, for namespaces");
    }

    /// <summary>The programs that the test runs.</summary>
    public IReadOnlyList<string> Tools { get; }
}
