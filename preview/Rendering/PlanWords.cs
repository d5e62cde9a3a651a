using Preview.Planning;

namespace Preview.Rendering;

/// <summary>The words of the Pulumi CLI for what a plan holds.</summary>
public static class PlanWords
{
    /// <summary>An operation, as in <c>steps[].op</c>.</summary>
    public static string Name(StepOp op) => op switch
    {
        StepOp.Create => "create",
        StepOp.Import => "import",
        StepOp.Read => "read",
        StepOp.Update => "update",
        StepOp.Replace => "replace",
        StepOp.Delete => "delete",
        StepOp.Discard => "discard",
        StepOp.RemovePendingReplace => "remove-pending-replace",
        _ => "same",
    };

    /// <summary>A number of resources and what becomes of them, e.g. <c>2 to update</c>.</summary>
    public static string Count(StepOp op, int count) => op == StepOp.Same ? $"{count} unchanged" : $"{count} to {Name(op)}";

    /// <summary>What becomes of a property, as in <c>detailedDiff</c>.</summary>
    public static string Name(PropertyChange change) => Name(change.Kind) + (change.ForcesReplacement ? "-replace" : "");

    private static string Name(ChangeKind kind) => kind switch
    {
        ChangeKind.Add => "add",
        ChangeKind.Delete => "delete",
        _ => "update",
    };

    /// <summary>A severity, as in <c>diagnostics[].severity</c>.</summary>
    public static string Name(Severity severity) => severity switch
    {
        Severity.Debug => "debug",
        Severity.Info => "info",
        Severity.Warning => "warning",
        _ => "error",
    };
}
