using System.Collections.Concurrent;
using Preview.Earlier;
using Preview.Engine;
using Preview.Planning;
using Pulumi.Protocol;

namespace Preview.Comparison;

/// <summary>Compares a program with an earlier state while the program runs. Safe for concurrent use.</summary>
/// <param name="state">The earlier state.</param>
/// <param name="areSecretsStandIns">Whether secrets of the program may be placeholders.</param>
public sealed class StateComparison(EarlierState state, bool areSecretsStandIns)
{
    private readonly ConcurrentDictionary<string, Outcome> _outcomes = new();
    private readonly EarlierNames _names = new(state);

    /// <summary>How a declared resource differs from what it was; null when it is new.</summary>
    public ResourceChange? Compare(Registration resource)
    {
        var old = _names.Claim(resource);
        var change = old is null ? null : new ResourceComparer(ReplacementRules.BuiltIn, _outcomes, _names, areSecretsStandIns).Compare(old, resource);
        _outcomes[resource.Urn] = Outcome.Of(resource, change?.Op ?? StepOp.Create, change?.MakesWay ?? false);
        return change;
    }

    /// <summary>How a resource that is only read differs: reading it again is no change, reading one that the stack made before gives that up.</summary>
    public ResourceChange? CompareRead(ReadRequest request)
    {
        if (_names.Claim(request.AsRegistration()) is not { } old)
            return null;

        var op = !old.External ? StepOp.Replace : old.Id.Length == 0 || old.Id == request.Id ? StepOp.Same : StepOp.Read;
        _outcomes[request.Urn] = Outcome.Of(request.AsRegistration(), op);
        return new(op, old) { ReplaceReasons = op == StepOp.Replace ? ["id"] : [] };
    }

    /// <summary>The plan with what is true once the program has ended: deletions, outputs of the stack, refusals, doubts.</summary>
    public Plan Complete(Plan plan)
    {
        IReadOnlyList<PlanStep> steps = [.. plan.Steps, .. Leftovers.Steps(state, _names)];
        return plan with
        {
            Steps = steps,
            Comparison = new(state.Description, Outputs(plan), Protection.Blockers(steps)),
            Diagnostics = [.. plan.Diagnostics, .. Doubts(steps)],
        };
    }

    private List<PropertyChange> Outputs(Plan plan)
    {
        var root = state.Resources.FirstOrDefault(resource => resource.Type == Urn.StackType);
        var isLearning = _outcomes.Values.Any(outcome => outcome.HasNewOutputs);
        return [.. new PropertyComparer(_ => isLearning, areSecretsStandIns).Compare(root?.Outputs ?? new Dictionary<string, PropertyValue>(), plan.Outputs).Changes];
    }

    private IEnumerable<PlanDiagnostic> Doubts(IReadOnlyList<PlanStep> steps)
    {
        foreach (var urn in state.Interrupted)
            yield return new(Severity.Warning, urn, $"the last update was interrupted while it worked on this, so {state.Description} may be wrong; `pulumi refresh` clears it up");
        foreach (var step in steps.Where(step => step.Op == StepOp.Update && step.Resource.Custom && !ReplacementRules.BuiltIn.Knows(step.Resource.Type)))
            yield return new(Severity.Warning, step.Urn, "the schema of this type is not known here, so the update may turn out to be a replacement");
        foreach (var step in steps.Where(step => step.Op == StepOp.Update && step.Resource.IsProvider && step.Change!.Properties.Any(change => Unwrapped.Of(change.New).IsUnknown)))
            yield return new(Severity.Warning, step.Urn, "where this provider works is not known before the update, so what it manages is only compared by its inputs");
    }
}
