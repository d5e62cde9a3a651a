using System.Text.Json;
using Preview.Engine;
using Preview.Planning;

namespace Preview.Rendering;

/// <summary>One entry of <c>steps</c>. Members without a value are left out, as the Pulumi CLI does.</summary>
/// <param name="json">Receives the entry.</param>
/// <param name="plan">The plan that the step belongs to.</param>
internal sealed class StepJson(Utf8JsonWriter json, Plan plan)
{
    public void Write(PlanStep step)
    {
        json.WriteStartObject();
        json.WriteString("op", PlanWords.Name(step.Op));
        json.WriteString("urn", step.Urn);
        WriteText("provider", Provider(step.Resource));
        json.WriteStartObject("newState");
        WriteState(step);
        json.WriteEndObject();
        json.WriteNull("detailedDiff");
        json.WriteEndObject();
    }

    private void WriteState(PlanStep step)
    {
        var resource = step.Resource;
        var options = resource.Options;
        json.WriteString("urn", step.Urn);
        json.WriteBoolean("custom", resource.Custom);
        WriteText("id", step.Id);
        json.WriteString("type", resource.Type);
        PropertyJson.WriteMembers(json, "inputs", resource.Inputs);
        PropertyJson.WriteMembers(json, "outputs", step.Outputs);
        WriteText("parent", resource.Parent);
        WriteFlag("protect", options.Protect);
        WriteFlag("external", step.Op == StepOp.Read);
        WriteList("dependencies", resource.Dependencies);
        WriteText("provider", Provider(resource));
        WritePropertyDependencies(resource.PropertyDependencies);
        WriteList("additionalSecretOutputs", options.AdditionalSecretOutputs);
        WriteList("aliases", options.Aliases);
        WriteTimeouts(options.Timeouts);
        WriteText("importID", options.ImportId);
        WriteFlag("retainOnDelete", options.RetainOnDelete);
        WriteText("deletedWith", options.DeletedWith);
        WriteList("ignoreChanges", options.IgnoreChanges);
        WriteList("replaceOnChanges", options.ReplaceOnChanges);
        if (options.DeleteBeforeReplace is { } deleteBeforeReplace)
            json.WriteBoolean("deleteBeforeReplace", deleteBeforeReplace);
    }

    private string Provider(Registration resource) => resource switch
    {
        { Provider.Length: > 0 } => resource.Provider,
        { Custom: false } or { IsProvider: true } or { Package: "pulumi" } => "",
        _ => ProviderReference.Default(plan.Stack, plan.Project, resource.Package, resource.Version),
    };

    private void WriteText(string name, string text)
    {
        if (text.Length > 0)
            json.WriteString(name, text);
    }

    private void WriteFlag(string name, bool flag)
    {
        if (flag)
            json.WriteBoolean(name, flag);
    }

    private void WriteList(string name, IReadOnlyList<string> items)
    {
        if (items.Count == 0)
            return;

        json.WriteStartArray(name);
        foreach (var item in items)
            json.WriteStringValue(item);
        json.WriteEndArray();
    }

    private void WritePropertyDependencies(IReadOnlyDictionary<string, IReadOnlyList<string>> dependencies)
    {
        if (dependencies.Count == 0)
            return;

        json.WriteStartObject("propertyDependencies");
        foreach (var (property, urns) in dependencies)
        {
            json.WriteStartArray(property);
            foreach (var urn in urns)
                json.WriteStringValue(urn);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private void WriteTimeouts(OperationTimeouts? timeouts)
    {
        if (timeouts is null)
            return;

        json.WriteStartObject("customTimeouts");
        foreach (var (name, seconds) in new[] { ("create", timeouts.Create), ("update", timeouts.Update), ("delete", timeouts.Delete) })
        {
            if (seconds > 0)
                json.WriteNumber(name, seconds);
        }

        json.WriteEndObject();
    }
}
