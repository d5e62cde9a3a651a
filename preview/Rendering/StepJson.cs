using System.Text.Json;
using Preview.Planning;

namespace Preview.Rendering;

/// <summary>
/// One entry of <c>steps</c>, in the shape of <c>PreviewStep</c> (https://github.com/pulumi/pulumi/blob/master/pkg/display/json.go). A replacement is
/// one step, as there without <c>--show-replacement-steps</c>; what does not change is listed, as with <c>--show-sames</c>.
/// </summary>
/// <param name="json">Receives the entry.</param>
/// <param name="plan">The plan that the step belongs to.</param>
internal sealed class StepJson(Utf8JsonWriter json, Plan plan)
{
    private readonly ResourceStateJson _states = new(json, plan);

    public void Write(PlanStep step)
    {
        json.WriteStartObject();
        json.WriteString("op", PlanWords.Name(step.Op));
        json.WriteString("urn", step.Urn);
        if (_states.Provider(step.Resource) is { Length: > 0 } provider)
            json.WriteString("provider", provider);
        if (step.Change is { } change)
            _states.WriteOld(change.Old);
        if (step.Op is not (StepOp.Delete or StepOp.Discard or StepOp.RemovePendingReplace))
            _states.WriteNew(step);
        WriteNames("diffReasons", step.Change?.DiffReasons ?? []);
        WriteNames("replaceReasons", step.Change?.ReplaceReasons ?? []);
        WriteDetails(step.Change?.Properties ?? []);
        json.WriteEndObject();
    }

    private void WriteNames(string name, IEnumerable<string> values)
    {
        foreach (var (index, value) in values.Index())
        {
            if (index == 0)
                json.WriteStartArray(name);
            json.WriteStringValue(value);
        }

        if (values.Any())
            json.WriteEndArray();
    }

    private void WriteDetails(IReadOnlyList<PropertyChange> changes)
    {
        if (changes.Count == 0)
        {
            json.WriteNull("detailedDiff");
            return;
        }

        json.WriteStartObject("detailedDiff");
        foreach (var change in changes)
        {
            json.WriteStartObject(change.Path.Text);
            json.WriteString("kind", PlanWords.Name(change));
            json.WriteBoolean("inputDiff", true);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
