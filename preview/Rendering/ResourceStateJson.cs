using System.Text.Json;
using Preview.Earlier;
using Preview.Engine;
using Preview.Planning;
using Pulumi.Protocol;

namespace Preview.Rendering;

/// <summary>The state of a resource before or after a step. Members without a value are left out, as the Pulumi CLI does.</summary>
/// <param name="json">Receives the members.</param>
/// <param name="plan">The plan that the resource belongs to.</param>
internal sealed class ResourceStateJson(Utf8JsonWriter json, Plan plan)
{
    public void WriteNew(PlanStep step) => Write("newState", step.Resource, step.Id, step.Outputs, step.IsExternal);

    public void WriteOld(EarlierResource old) => Write("oldState", old.AsRegistration(), old.Id, old.Outputs, old.External);

    /// <summary>The provider as <c>URN::ID</c>, that of the engine for a resource that names none; empty for what has none.</summary>
    public string Provider(Registration resource) => resource switch
    {
        { Provider.Length: > 0 } => resource.Provider,
        { Custom: false } or { IsProvider: true } or { Package: "pulumi" } => "",
        _ => ProviderReference.Default(plan.Stack, plan.Project, resource.Package, resource.Version),
    };

    private void Write(string name, Registration resource, string id, IReadOnlyDictionary<string, PropertyValue> outputs, bool isExternal)
    {
        var options = resource.Options;
        json.WriteStartObject(name);
        json.WriteString("urn", resource.Urn);
        json.WriteBoolean("custom", resource.Custom);
        WriteText("id", id);
        json.WriteString("type", resource.Type);
        PropertyJson.WriteMembers(json, "inputs", resource.Inputs);
        PropertyJson.WriteMembers(json, "outputs", outputs);
        WriteText("parent", resource.Parent);
        WriteFlag("protect", options.Protect);
        WriteFlag("external", isExternal);
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
        json.WriteEndObject();
    }

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
