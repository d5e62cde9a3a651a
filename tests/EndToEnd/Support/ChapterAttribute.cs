using Xunit.Abstractions;
using Xunit.Sdk;

namespace EndToEnd.Tests;

/// <summary>
/// A test that takes its turn in a story, on what the chapters before it have left. The story takes a quarter of an hour, so it runs where
/// it is asked for (<c>END_TO_END</c> is set). Without root or an installed program it is skipped and says so; in CI (<c>CI</c> is set) it
/// runs and fails.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ChapterAttribute : FactAttribute
{
    private static readonly string[] Tools =
        ["dockerd", "sshd", "cloud-init", "sudo", "docker-registry", "htpasswd", "haproxy", "socat", "prometheus", "losetup", "nsenter", "iptables"];

    public ChapterAttribute(int number)
    {
        Number = number;
        Skip = new RequiresToolFactAttribute(Tools).Skip;
        if (Skip is null && !Environment.IsPrivilegedProcess && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI")))
            Skip = "needs root, for namespaces";
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable("END_TO_END")))
            Skip = "takes a quarter of an hour; set END_TO_END=1 to run it";
    }

    /// <summary>Its place in the story.</summary>
    public int Number { get; }
}

/// <summary>Runs the chapters of a story in their order.</summary>
public sealed class ChapterOrderer : ITestCaseOrderer
{
    /// <inheritdoc/>
    public IEnumerable<TTestCase> OrderTestCases<TTestCase>(IEnumerable<TTestCase> testCases)
        where TTestCase : ITestCase =>
        testCases.OrderBy(each => each.TestMethod.Method.GetCustomAttributes(typeof(ChapterAttribute)).Single().GetNamedArgument<int>(nameof(ChapterAttribute.Number)));
}
