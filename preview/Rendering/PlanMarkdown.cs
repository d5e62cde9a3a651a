using Preview.Engine;
using Preview.Planning;

namespace Preview.Rendering;

/// <summary>
/// A plan as a note on a merge request. It begins with a comment that is not shown, by which a pipeline finds its own note again. Names and
/// values are code (<see cref="MarkdownText"/>), secrets are masked also where the program printed them.
/// </summary>
/// <param name="detail">Which inputs to show.</param>
public sealed class PlanMarkdown(InputDetail detail)
{
    /// <summary>
    /// GitLab takes notes of 1,000,000 characters (https://docs.gitlab.com/api/notes/; MAX_TEXT_SIZE_LIMIT in its lib/gitlab/database.rb).
    /// Counted in bytes, and with room for what a pipeline adds.
    /// </summary>
    public const int MaximumBytes = 900_000;

    /// <summary>The comment that a note about a stack begins with.</summary>
    public static string Marker(string stack) => $"<!-- lhd-preview:{stack} -->";

    /// <summary>The note, ending with a line feed.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="maximumBytes">Largest length of the note as UTF-8.</param>
    public string Render(Plan plan, int maximumBytes = MaximumBytes)
    {
        var note = Begin(plan, "Preview", maximumBytes);
        var mask = new SecretMask(plan.Config.Values);
        if (plan.Comparison is { } comparison)
            note.Line($"Compared with {MarkdownText.Code(comparison.With)}.\n");
        if (plan.HasNoChanges)
            note.Line("**no changes**\n");
        AppendCounts(note, plan);
        AppendList(note, "**`pulumi up` would refuse this plan:**", Messages(plan.Comparison?.Blockers ?? [], mask));
        AppendList(note, "To look at:", Messages(plan.Diagnostics, mask));
        AppendList(note, "To set before `pulumi up`:", plan.ToSet.Select(Setting));
        AppendList(note, "Not compared:", NotCompared.Lines(plan));
        if (plan.Comparison is not null && !plan.HasNoChanges)
            note.Fold("What changes", "diff", DiffBlock.Lines(plan).Select(mask.Apply), reserved: 1);
        if (ShownSteps.Of(plan).Count > 0)
            note.Fold(plan.Comparison is null ? "All resources" : "The tree", "text", Tree(plan).Select(mask.Apply), reserved: 0);
        return note.ToString();
    }

    /// <summary>The note about a program that failed.</summary>
    /// <param name="plan">What was said before the failure.</param>
    /// <param name="reason">How the program ended.</param>
    public static string RenderFailure(Plan plan, string reason)
    {
        var note = Begin(plan, "No preview", MaximumBytes);
        var mask = new SecretMask(plan.Config.Values);
        note.Line($"{MarkdownText.Code(mask.Apply(reason))}\n");
        AppendList(note, "What was said:", Messages(plan.Diagnostics, mask));
        return note.ToString();
    }

    private static MarkdownNote Begin(Plan plan, string title, int maximumBytes)
    {
        var note = new MarkdownNote(maximumBytes, $"run {MarkdownText.Code($"dotnet run --project preview -- --stack {plan.Stack}")}");
        note.Line(Marker(plan.Stack));
        note.Line($"### {title} of {MarkdownText.Code(plan.Project)}, stack {MarkdownText.Code(plan.Stack)}\n");
        return note;
    }

    private static void AppendCounts(MarkdownNote note, Plan plan)
    {
        note.Line("| | count |\n|---|---:|");
        foreach (var (op, count) in plan.Changes)
            note.Line(op is StepOp.Replace or StepOp.Delete ? $"| **{PlanWords.Name(op)}** | **{count}** |" : $"| {PlanWords.Name(op)} | {count} |");
        note.Line($"| warnings | {plan.Diagnostics.Count(diagnostic => diagnostic.Severity == Severity.Warning)} |");
        note.Line($"| still to set | {plan.ToSet.Count} |");
    }

    private static void AppendList(MarkdownNote note, string heading, IEnumerable<string> items)
    {
        var list = items.ToList();
        if (list.Count == 0)
            return;

        note.Line($"\n{heading}\n");
        note.Items(list);
    }

    private static IEnumerable<string> Messages(IEnumerable<PlanDiagnostic> diagnostics, SecretMask mask) => diagnostics.Select(diagnostic =>
        $"{PlanWords.Name(diagnostic.Severity)}: {Subject(diagnostic.Urn)}{MarkdownText.Code(mask.Apply(ProgramMessage.Text(diagnostic.Message)))}");

    private static string Subject(string urn) =>
        Urn.IsValid(urn) ? $"{MarkdownText.Code(TypeText.Short(Urn.Type(urn)))} {MarkdownText.Code(Urn.Name(urn))}: " : "";

    private static string Setting(MissingSetting setting) =>
        MarkdownText.Code(setting.Command) + (setting.Alternative is { } alternative ? $", or {MarkdownText.Code(alternative)}" : "");

    // What differs stands in a block of its own.
    private string[] Tree(Plan plan) =>
        new PlanTree(plan.Comparison is null ? detail : InputDetail.None, Palette.Plain).RenderRows(plan).TrimEnd('\n').Split('\n');
}
