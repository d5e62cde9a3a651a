using Preview.Planning;

namespace Preview.Rendering;

/// <summary>The steps that a reader sees: of a plan that was compared, what changes or moves, and the parents on the way to it.</summary>
public static class ShownSteps
{
    /// <summary>The steps, in the plan's order.</summary>
    public static IReadOnlyList<PlanStep> Of(Plan plan)
    {
        if (plan.Comparison is null)
            return plan.Steps;

        var parents = plan.Steps.GroupBy(step => step.Urn).ToDictionary(group => group.Key, group => group.First().Resource.Parent);
        var shown = new HashSet<string>();
        foreach (var step in plan.Steps.Where(IsOfInterest))
        {
            for (var urn = step.Urn; urn is not null && shown.Add(urn);)
                urn = parents.GetValueOrDefault(urn);
        }

        return [.. plan.Steps.Where(step => shown.Contains(step.Urn))];
    }

    private static bool IsOfInterest(PlanStep step) => step.Op != StepOp.Same || step.Change?.Old.Urn != step.Urn;
}
