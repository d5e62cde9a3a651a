using Preview.Earlier;
using Preview.Planning;

namespace Preview.Comparison;

/// <summary>What an update deletes because the program does not declare it any more.</summary>
public static class Leftovers
{
    /// <summary>The steps, children and dependents first. Default providers come and go without a step.</summary>
    /// <param name="state">The earlier state.</param>
    /// <param name="names">Which of its resources the program still has.</param>
    public static IReadOnlyList<PlanStep> Steps(EarlierState state, EarlierNames names)
    {
        var unclaimed = names.Unclaimed.ToHashSet(ReferenceEqualityComparer.Instance);
        return
        [
            .. state.Resources.Reverse()
                .Where(resource => !resource.IsDefaultProvider && (resource.PendingDelete || unclaimed.Contains(resource)))
                .Select(resource => Step(resource)),
        ];
    }

    private static PlanStep Step(EarlierResource resource)
    {
        var op = Op(resource);
        return new(op, resource.AsRegistration(), resource.Id, resource.Outputs) { Change = new(op, resource) };
    }

    private static StepOp Op(EarlierResource resource) => resource switch
    {
        { External: true } => StepOp.Discard,
        { PendingReplacement: true } => StepOp.RemovePendingReplace,
        _ => StepOp.Delete,
    };
}
