using Preview.Planning;
using Preview.Rendering;

namespace Preview.Comparison;

/// <summary>Finds the steps that an update refuses because they would delete a protected resource.</summary>
public static class Protection
{
    /// <summary>What is refused and how to go on, sorted by resource.</summary>
    public static IReadOnlyList<PlanDiagnostic> Blockers(IEnumerable<PlanStep> steps) =>
    [
        .. steps.Where(IsRefused)
            .OrderBy(step => step.Urn, StringComparer.Ordinal)
            .Select(step => new PlanDiagnostic(Severity.Error, step.Urn, step.Op == StepOp.Delete ? Deleted(step) : Replaced(step))),
    ];

    // The engine looks at both flags for a replacement, so that unprotecting and replacing is one update, and at the old one for a deletion,
    // also one that makes way for another.
    private static bool IsRefused(PlanStep step) => step.Change is { Old.Options.Protect: true } && step.Op switch
    {
        StepOp.Delete => true,
        StepOp.Replace => step.Resource.Options.Protect || step.Change.MakesWay,
        _ => false,
    };

    private static string Deleted(PlanStep step) => step.Change!.Old.PendingDelete
        ? $"is protected, and waits for its deletion since it was replaced. To delete it, run `pulumi state unprotect '{step.Urn}'` first."
        : "is protected, and would be deleted, since the program does not declare it any more. "
        + "Declare it again, with an alias if it was renamed or moved. "
        + $"To let it go, run `pulumi state unprotect '{step.Urn}'` first.";

    private static string Replaced(PlanStep step)
    {
        var forcing = step.Change!.Properties.Where(change => change.ForcesReplacement).Select(change => ChangeText.OnOneLine(change)).ToList();
        var reason = forcing.Count > 0 ? string.Join(", ", forcing) : string.Join(", ", step.Change.ReplaceReasons);
        return $"is protected, and would be replaced, which deletes it: {reason}. "
            + "Take the change back. To go through with it, save its data and take `protect` off the resource in the program.";
    }
}
