using Preview.Engine;
using Preview.Planning;

namespace Preview.Rendering;

/// <summary>What a person reads when there is no plan.</summary>
public static class FailureText
{
    private const string Incomplete = "The plan would be incomplete, so it is not shown.";

    /// <summary>Why a program failed, ending with a line feed.</summary>
    /// <param name="plan">What was registered and said before the failure.</param>
    /// <param name="reason">How the program ended.</param>
    public static string Render(Plan plan, string reason) =>
        $"error: {reason}\n{string.Concat(Errors(plan).Select(Describe))}{Incomplete}\n";

    /// <summary>The messages of a program that rejected its settings.</summary>
    public static string RenderRejection(Plan plan) =>
        string.Concat(Errors(plan).Select(diagnostic => $"error: {ProgramMessage.Text(diagnostic.Message)}\n"));

    private static IEnumerable<PlanDiagnostic> Errors(Plan plan) => plan.Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error);

    private static string Describe(PlanDiagnostic diagnostic)
    {
        var subject = Urn.IsValid(diagnostic.Urn) ? $"{TypeText.Short(Urn.Type(diagnostic.Urn))} ({Urn.Name(diagnostic.Urn)}): " : "";
        return $"  {subject}{string.Join("\n    ", ProgramMessage.Lines(diagnostic.Message))}\n";
    }
}
