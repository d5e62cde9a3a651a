namespace Ci.Tests;

/// <summary>A test that reads GitLab files with <c>tests/GitLab</c>. Where its packages are not installed it is skipped; in CI it fails.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class GitLabFactAttribute : FactAttribute
{
    public GitLabFactAttribute() => Skip = GitLabFiles.MissingBecause;
}

/// <summary>The same for a theory.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class GitLabTheoryAttribute : TheoryAttribute
{
    public GitLabTheoryAttribute() => Skip = GitLabFiles.MissingBecause;
}

/// <summary>Where the GitLab files are, and what reads them.</summary>
internal static class GitLabFiles
{
    /// <summary>The pipeline of this repository.</summary>
    public static string Pipeline { get; } = Repository.PathOf(".gitlab-ci.yml");

    /// <summary>The application's template.</summary>
    public static string Template { get; } = Repository.PathOf("templates", "lucky-app", "template.yml");

    /// <summary>Why the tests cannot run here; null when they can, or must.</summary>
    public static string? MissingBecause { get; } =
        (Tool.Find("node") is not null && Directory.Exists(InTool("node_modules"))) || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI"))
            ? null
            : "needs Node 20 and its packages; run `npm ci` in tests/GitLab";

    /// <summary>A path in the folder of what reads them.</summary>
    public static string InTool(params string[] path) => Repository.PathOf(["tests", "GitLab", .. path]);
}
