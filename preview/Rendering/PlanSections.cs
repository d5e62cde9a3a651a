using System.Text;
using Preview.Engine;
using Preview.Planning;
using Pulumi.Protocol;

namespace Preview.Rendering;

/// <summary>What follows the tree: diagnostics, outputs, what is to be set, counts.</summary>
/// <param name="palette">Colours.</param>
public sealed class PlanSections(Palette palette)
{
    /// <summary>Appends the sections that have something to say.</summary>
    public void Append(StringBuilder text, Plan plan)
    {
        Append(text, "Diagnostics:", plan.Diagnostics.Concat(plan.Comparison?.Blockers ?? []).GroupBy(diagnostic => diagnostic.Urn).SelectMany(Diagnostics));
        Append(text, "Outputs:", plan.Comparison is { } comparison
            ? comparison.Outputs.SelectMany(ChangeText.Lines)
            : PropertyText.Sorted(plan.Outputs).SelectMany(output => Output(output.Key, output.Value)));
        Append(text, "Not compared:", NotCompared.Lines(plan));
        Append(text, "To set before `pulumi up`:", plan.ToSet.SelectMany(Setting));
        Append(text, "Resources:", plan.Changes.Select(Count));
    }

    private void Append(StringBuilder text, string heading, IEnumerable<string> lines)
    {
        foreach (var (index, line) in lines.Index())
            text.Append(index == 0 ? $"\n{palette.Bold(heading)}\n" : "").Append("    ").Append(line).Append('\n');
    }

    private IEnumerable<string> Diagnostics(IGrouping<string, PlanDiagnostic> group)
    {
        if (group.Key.Length > 0)
            yield return $"{TypeText.Short(Urn.Type(group.Key))} ({Urn.Name(group.Key)}):";
        var indent = group.Key.Length > 0 ? "  " : "";
        foreach (var diagnostic in group)
        {
            var lines = diagnostic.Message.TrimEnd().Split('\n');
            yield return $"{indent}{Coloured(diagnostic.Severity)}: {lines[0]}";
            foreach (var line in lines.Skip(1))
                yield return $"{indent}  {line.TrimEnd()}".TrimEnd();
        }
    }

    private string Coloured(Severity severity) => severity switch
    {
        Severity.Error => palette.Red(PlanWords.Name(severity)),
        Severity.Warning => palette.Yellow(PlanWords.Name(severity)),
        _ => PlanWords.Name(severity),
    };

    private static IEnumerable<string> Output(string name, PropertyValue value, string indent = "") => value switch
    {
        PropertyValue.Map { Members.Count: > 0 } map =>
            [$"{indent}{name}:", .. PropertyText.Sorted(map.Members).SelectMany(member => Output(member.Key, member.Value, $"{indent}    "))],
        _ => [$"{indent}{name}: {PropertyText.Exact(value)}"],
    };

    private static IEnumerable<string> Setting(MissingSetting setting)
    {
        yield return setting.Command;
        if (setting.Alternative is { } alternative)
            yield return $"  or {alternative}";
    }

    private string Count(KeyValuePair<StepOp, int> count) =>
        $"{OpStyle.Paint(palette, count.Key, CountMark(count.Key))} {PlanWords.Count(count.Key, count.Value)}";

    // What is only looked up or adopted has a mark in the tree, not here.
    private static string CountMark(StepOp op) => op is StepOp.Read or StepOp.Import ? " " : OpStyle.Mark(op);
}
