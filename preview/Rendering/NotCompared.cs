using Preview.Planning;

namespace Preview.Rendering;

/// <summary>What nobody can tell without the CLI: how many properties, of how many resources, and why.</summary>
public static class NotCompared
{
    /// <summary>A line for each reason; none when all was compared.</summary>
    public static IEnumerable<string> Lines(Plan plan) => plan.Steps
        .SelectMany(step => (step.Change?.NotCompared ?? []).Select(item => (step.Urn, item.Why)))
        .GroupBy(item => item.Why)
        .OrderBy(group => group.Key)
        .Select(group => $"{group.Count()} of {group.Select(item => item.Urn).Distinct().Count()} resource(s): {Reason(group.Key)}");

    private static string Reason(IncomparableReason why) => why switch
    {
        IncomparableReason.Secret => "secrets, which are encrypted or masked in the file or have a placeholder here",
        IncomparableReason.Unknown => "values that only an update learns, taken for unchanged since nothing that they come from changes",
        _ => "files, of which only the name is compared",
    };
}
