using Preview.Engine;
using Preview.Planning;
using Pulumi.Protocol;

namespace Preview.Rendering;

/// <summary>The lines below a resource in the tree: what differs, or the inputs of what is new.</summary>
public static class InputLines
{
    /// <summary>The lines for one step.</summary>
    public static IEnumerable<string> Of(PlanStep step, InputDetail detail) => detail switch
    {
        InputDetail.None => [],
        _ when step.Op is StepOp.Update or StepOp.Replace => step.Change!.Properties.SelectMany(ChangeText.Lines),
        _ when step.Op is not (StepOp.Create or StepOp.Import or StepOp.Read) => [],
        InputDetail.Key => KeyInputs.Of(step.Resource),
        _ => All(step.Resource),
    };

    private static IEnumerable<string> All(Registration resource) =>
        PropertyText.Sorted(resource.Inputs).SelectMany(input => InFull(input.Key, input.Value));

    private static IEnumerable<string> InFull(string name, PropertyValue value) =>
        value is PropertyValue.String text && text.Value.Contains('\n', StringComparison.Ordinal)
            ? [$"{name}:", .. text.Value.TrimEnd().Split('\n').Select(line => $"  {line.TrimEnd()}")]
            : [$"{name}: {PropertyText.Exact(value)}"];
}
