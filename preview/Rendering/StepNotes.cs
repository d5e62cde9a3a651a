using Preview.Engine;
using Preview.Planning;

namespace Preview.Rendering;

/// <summary>What stands behind a resource in the tree.</summary>
public static class StepNotes
{
    /// <summary>The notes of a step on one line; empty when there are none.</summary>
    public static string Of(PlanStep step) => string.Join(", ", Notes(step));

    private static IEnumerable<string> Notes(PlanStep step)
    {
        var options = step.Resource.Options;
        if (options.Protect)
            yield return "protected";
        if (step.Op is StepOp.Import)
            yield return $"id {options.ImportId}";
        if (step.Op is StepOp.Read)
            yield return $"id {step.Id}";
        if (step.Change is { } change && change.Old.Urn != step.Urn)
            yield return $"was {Former(change.Old.Urn, step.Urn)}";
        if (step.Op == StepOp.Replace)
            yield return $"because of {string.Join(", ", step.Change!.ReplaceReasons)}; {Order(step)}";
        if (step.Op is StepOp.Delete or StepOp.Replace && step.Change!.Old.Options.RetainOnDelete)
            yield return "what exists stays (retainOnDelete)";
        if (step.Op is StepOp.Delete && step.Change!.Old.Options.DeletedWith is { Length: > 0 } other)
            yield return $"goes with {Urn.Name(other)}";
        if (step.Op is StepOp.Delete && step.Change!.Old.PendingDelete)
            yield return "replaced earlier";
    }

    private static string Former(string old, string now) =>
        Urn.Name(old) != Urn.Name(now) && Urn.Type(old) == Urn.Type(now) ? Urn.Name(old) : old;

    // Without the option the provider decides, and most delete first what has a name of the program's choice, since names are unique.
    private static string Order(PlanStep step) => step.Resource.Options.DeleteBeforeReplace switch
    {
        _ when step.Change!.MakesWay => "the old one makes way for what it stands on",
        true => "the old one goes first",
        false => "the new one comes first",
        null when step.Resource.Inputs.ContainsKey("name") => "the provider may delete the old one first",
        null => "the new one comes first",
    };
}
