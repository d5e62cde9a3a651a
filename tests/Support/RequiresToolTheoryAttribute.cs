namespace Tests.Support;

/// <summary>The same as <see cref="RequiresToolFactAttribute"/>, for a theory.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RequiresToolTheoryAttribute : TheoryAttribute
{
    public RequiresToolTheoryAttribute(params string[] tools)
    {
        Tools = tools;
        Skip = new RequiresToolFactAttribute(tools).Skip;
    }

    /// <summary>The programs that the test runs.</summary>
    public IReadOnlyList<string> Tools { get; }
}
