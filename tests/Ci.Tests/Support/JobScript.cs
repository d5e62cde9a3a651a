namespace Ci.Tests;

/// <summary>What a job runs.</summary>
internal static class JobScript
{
    /// <summary>The commands of a resolved job, in the order in which they run.</summary>
    public static IEnumerable<string> LinesOf(Dictionary<string, object> job) =>
        new[] { "before_script", "script", "after_script" }.SelectMany(key => job.GetValueOrDefault(key) switch
        {
            string line => [line],
            List<object> lines => lines.Cast<string>(),
            _ => Enumerable.Empty<string>(),
        });
}
