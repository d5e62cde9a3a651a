using System.Text;
using Preview.Planning;

namespace Preview.Rendering;

/// <summary>A plan as text, like the Pulumi CLI's: the tree of resources, outputs, diagnostics, counts. The same plan is always the same text.</summary>
/// <param name="detail">Which inputs to show.</param>
/// <param name="palette">Colours.</param>
public sealed class PlanTree(InputDetail detail, Palette palette)
{
    private const string Margin = "     ";
    private const int Gap = 2;

    /// <summary>The text, ending with a line feed.</summary>
    public string Render(Plan plan)
    {
        var text = new StringBuilder();
        text.Append(palette.Bold($"Preview of {plan.Project}, stack {plan.Stack}")).Append("\n\n");
        AppendRows(text, plan);
        new PlanSections(palette).Append(text, plan);
        return text.ToString();
    }

    private void AppendRows(StringBuilder text, Plan plan)
    {
        var nodes = new PlanForest(plan.Steps).DepthFirst().ToList();
        var typeWidth = Width(nodes.Select(TypeCell), "Type");
        var nameWidth = Width(nodes.Select(node => node.Step.Resource.Name), "Name");
        text.Append(Margin).Append(palette.Bold($"{"Type".PadRight(typeWidth)}{"Name".PadRight(nameWidth)}Plan")).Append('\n');
        foreach (var node in nodes)
        {
            var info = Info(node.Step);
            text.Append(' ').Append(palette.Green(Mark(node.Step.Op))).Append("   ")
                .Append(TypeCell(node).PadRight(typeWidth))
                .Append(node.Step.Resource.Name.PadRight(nameWidth))
                .Append(palette.Green(PlanWords.Name(node.Step.Op)))
                .Append(info.Length > 0 ? $"  {info}" : "")
                .Append('\n');
            foreach (var line in InputLines.Of(node.Step.Resource, detail))
                text.Append(Margin).Append(Below(node)).Append(palette.Dim(line)).Append('\n');
        }
    }

    private static int Width(IEnumerable<string> cells, string heading) => cells.Append(heading).Max(cell => cell.Length) + Gap;

    private static string TypeCell(PlanNode node) => Bars(node, node.Depth) + Branch(node) + TypeText.Short(node.Step.Resource.Type);

    private static string Branch(PlanNode node) => node switch
    {
        { Depth: 0 } => "",
        { Ancestry: [.., true] } => "└─ ",
        _ => "├─ ",
    };

    private static string Below(PlanNode node) => $"{Bars(node, node.Ancestry.Count)}{(node.HasChildren ? "│  " : "   ")}  ";

    // The root has no branch of its own, so its place in the ancestry draws nothing.
    private static string Bars(PlanNode node, int depth) => string.Concat(node.Ancestry.Take(depth).Skip(1).Select(isLast => isLast ? "   " : "│  "));

    private static string Mark(StepOp op) => op switch
    {
        StepOp.Create => "+",
        StepOp.Import => "=",
        _ => ">",
    };

    private static string Info(PlanStep step) => string.Join(", ", Notes(step));

    private static IEnumerable<string> Notes(PlanStep step)
    {
        if (step.Resource.Options.Protect)
            yield return "protected";
        if (step.Op != StepOp.Create)
            yield return $"id {(step.Op == StepOp.Import ? step.Resource.Options.ImportId : step.Id)}";
    }
}
