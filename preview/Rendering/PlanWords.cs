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
        _ => "read",
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
