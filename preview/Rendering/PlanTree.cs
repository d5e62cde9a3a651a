using System.Text;
using Preview.Planning;

namespace Preview.Rendering;

/// <summary>
/// A plan as text, like the Pulumi CLI's: the tree of resources, outputs, diagnostics, counts. The same plan is always the same text. Of a plan
/// that was compared, what does not change is left out.
/// </summary>
/// <param name="detail">Which inputs to show.</param>
/// <param name="palette">Colours.</param>
public sealed class PlanTree(InputDetail detail, Palette palette)
{
    private const string Margin = "     ";
    private const int MarkWidth = 4;
    private const int Gap = 2;

    /// <summary>The text, ending with a line feed.</summary>
    public string Render(Plan plan)
    {
        var text = new StringBuilder();
        var compared = plan.Comparison is { } comparison ? $", compared with {comparison.With}" : "";
        text.Append(palette.Bold($"Preview of {plan.Project}, stack {plan.Stack}{compared}")).Append("\n\n");
        text.Append(plan.HasNoChanges ? "no changes\n" : "");
        if (ShownSteps.Of(plan).Count > 0)
            text.Append(plan.HasNoChanges ? "\n" : "").Append(RenderRows(plan));
        new PlanSections(palette).Append(text, plan);
        return text.ToString();
    }

    /// <summary>The tree of resources alone.</summary>
    public string RenderRows(Plan plan)
    {
        var text = new StringBuilder();
        var nodes = new PlanForest(ShownSteps.Of(plan)).DepthFirst().ToList();
        var typeWidth = Width(nodes.Select(TypeCell), "Type");
        var nameWidth = Width(nodes.Select(node => node.Step.Resource.Name), "Name");
        text.Append(Margin).Append(palette.Bold($"{"Type".PadRight(typeWidth)}{"Name".PadRight(nameWidth)}Plan")).Append('\n');
        foreach (var node in nodes)
        {
            var notes = StepNotes.Of(node.Step);
            text.Append(' ').Append(Painted(node.Step.Op, OpStyle.Mark(node.Step.Op))).Append("".PadRight(MarkWidth - OpStyle.Mark(node.Step.Op).Length))
                .Append(TypeCell(node).PadRight(typeWidth))
                .Append(node.Step.Resource.Name.PadRight(nameWidth))
                .Append(Painted(node.Step.Op, PlanWords.Name(node.Step.Op)))
                .Append(notes.Length > 0 ? $"  {notes}" : "")
                .Append('\n');
            foreach (var line in InputLines.Of(node.Step, detail))
                text.Append(Margin).Append(Below(node)).Append(palette.Dim(line)).Append('\n');
        }

        return text.ToString();
    }

    private string Painted(StepOp op, string text) => OpStyle.Paint(palette, op, text);

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
}
