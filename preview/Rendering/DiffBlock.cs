using Preview.Planning;
using Pulumi.Protocol;

namespace Preview.Rendering;

/// <summary>What changes, as lines that a highlighter of diffs colours: a heading for each resource, then what goes and what comes.</summary>
public static class DiffBlock
{
    private const string Force = "  (forces replacement)";

    /// <summary>The lines for all resources that change, and for the outputs of the stack.</summary>
    public static IEnumerable<string> Lines(Plan plan) =>
    [
        .. plan.Steps.Where(step => step.Op != StepOp.Same).SelectMany(Step),
        .. plan.Comparison is { Outputs.Count: > 0 } comparison ? ["@@ outputs @@", .. comparison.Outputs.SelectMany(Change)] : Array.Empty<string>(),
    ];

    private static IEnumerable<string> Step(PlanStep step)
    {
        var notes = StepNotes.Of(step);
        var heading = $"@@ {PlanWords.Name(step.Op)} {TypeText.Short(step.Resource.Type)} {step.Resource.Name}{(notes.Length > 0 ? $" ({notes})" : "")} @@";
        var lines = step.Op switch
        {
            StepOp.Create or StepOp.Import => KeyInputs.Of(step.Resource).Select(line => $"+ {line}"),
            StepOp.Update or StepOp.Replace => step.Change!.Properties.SelectMany(Change),
            _ => [],
        };
        return lines.Prepend(heading).SelectMany(line => line.Split('\n'));
    }

    private static IEnumerable<string> Change(PropertyChange change)
    {
        var force = change.ForcesReplacement ? Force : "";
        if (change is { Old: PropertyValue.String(var old), New: PropertyValue.String(var now) } && (old + now).Contains('\n', StringComparison.Ordinal))
            return TextDiff.Lines(old, now).Prepend($"  {change.Path}:{force}");

        return
        [
            .. change.Old is null ? Array.Empty<string>() : [$"- {change.Path}: {PropertyText.Exact(change.Old)}{(change.New is null ? force : "")}"],
            .. change.New is null ? Array.Empty<string>() : [$"+ {change.Path}: {PropertyText.Exact(change.New)}{force}"],
        ];
    }
}
