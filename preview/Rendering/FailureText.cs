using Preview.Engine;
using Preview.Planning;
using Preview.Settings;

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

    /// <summary>What is wrong with the settings: every problem in one message, after what else a program that rejected them says.</summary>
    /// <param name="rejection">The run of a program that rejected its settings; null when it did not.</param>
    /// <param name="file">Name of the settings file.</param>
    /// <param name="problems">What was found without the program.</param>
    public static string RenderRejection(Plan? rejection, string file, IReadOnlyList<SettingsProblem> problems)
    {
        var messages = rejection is null ? [] : Errors(rejection).Select(diagnostic => ProgramMessage.Text(diagnostic.Message)).ToList();
        var all = SettingsProblems.Merge(problems, [.. messages.SelectMany(SettingsProblems.Read)]);
        var others = messages.Where(message => SettingsProblems.Read(message).Count == 0);
        return string.Concat(others.Concat(all.Count > 0 ? [SettingsProblems.Describe(file, all)] : []).Select(text => $"error: {text}\n"));
    }

    /// <summary>Why an update would refuse the plan; empty when it would not.</summary>
    public static string RenderRefusal(Plan plan) =>
        string.Concat((plan.Comparison?.Blockers ?? []).Select(blocker => $"error:{Describe(blocker)[1..]}"));

    private static IEnumerable<PlanDiagnostic> Errors(Plan plan) => plan.Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error);

    private static string Describe(PlanDiagnostic diagnostic)
    {
        var subject = Urn.IsValid(diagnostic.Urn) ? $"{TypeText.Short(Urn.Type(diagnostic.Urn))} ({Urn.Name(diagnostic.Urn)}): " : "";
        return $"  {subject}{string.Join("\n    ", ProgramMessage.Lines(diagnostic.Message))}\n";
    }
}
