using System.Text.Json;
using System.Text.Json.Nodes;
using Preview.Engine;
using Preview.Planning;

namespace Preview.Tests.Support;

/// <summary>
/// What a cloud made, as <c>pulumi stack export</c> writes it (version 3): with default providers, the inputs that the bridge to Terraform's
/// providers fills in, and encrypted secrets.
/// </summary>
internal static class StateExport
{
    private const string Time = "2026-11-21T10:00:00.000000000Z";
    private const string ProviderId = "7a3d8e52-1111-4222-8333-944455556666";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, IndentSize = 4, NewLine = "\n" };

    public static string Write(IReadOnlyCollection<MadeResource> made, Plan plan)
    {
        // As the plan sorts them, which is the same in every run, with the providers that the engine makes after the stack.
        var ranks = plan.Steps.Index().ToDictionary(entry => entry.Item.Urn, entry => entry.Index);
        var sorted = made.OrderBy(resource => ranks[resource.Registration.Urn]).ToList();
        var defaults = sorted.Where(UsesDefault).DistinctBy(resource => DefaultProvider(plan, resource.Registration)).Select(resource => Provider(plan, resource.Registration));
        var resources = sorted.Select(resource => (JsonNode)Resource(plan, resource)).ToList();
        resources.InsertRange(1, defaults);
        return new JsonObject
        {
            ["version"] = 3,
            ["deployment"] = new JsonObject
            {
                ["manifest"] = new JsonObject { ["time"] = Time, ["magic"] = "1c0a0d1ae2d4b1b9e8f1a1a4f9b1c0de", ["version"] = "v3.226.0" },
                ["secrets_providers"] = new JsonObject { ["type"] = "passphrase", ["state"] = new JsonObject { ["salt"] = "v1:c2FsdA==:v1:bm9uY2U=:Y2lwaGVydGV4dA==" } },
                ["resources"] = new JsonArray([.. resources]),
                ["metadata"] = new JsonObject(),
            },
        }.ToJsonString(Indented) + "\n";
    }

    private static JsonObject Resource(Plan plan, MadeResource made)
    {
        var (resource, answer, isExternal) = made;
        var json = new JsonObject { ["urn"] = resource.Urn, ["custom"] = resource.Custom };
        if (answer.Id.Length > 0)
            json["id"] = answer.Id;
        json["type"] = resource.Type;
        json["inputs"] = StateProperties.Write(isExternal ? resource.Inputs : StateProperties.FilledIn(resource));
        json["outputs"] = StateProperties.Write(resource.Type == Urn.StackType ? plan.Outputs : answer.Outputs);
        if (resource.Parent.Length > 0)
            json["parent"] = resource.Parent;
        foreach (var (name, flag) in new[] { ("protect", resource.Options.Protect), ("external", isExternal), ("retainOnDelete", resource.Options.RetainOnDelete) })
        {
            if (flag)
                json[name] = true;
        }

        if (resource.Dependencies.Count > 0)
            json["dependencies"] = new JsonArray([.. resource.Dependencies.Select(urn => JsonValue.Create(urn))]);
        if (resource.Custom && !resource.IsProvider)
            json["provider"] = UsesDefault(made) ? $"{DefaultProvider(plan, resource)}::{ProviderId}" : resource.Provider;
        if (resource.PropertyDependencies.Count > 0)
            json["propertyDependencies"] = new JsonObject(resource.PropertyDependencies.Select(property => KeyValuePair.Create(property.Key, (JsonNode?)new JsonArray([.. property.Value.Select(urn => JsonValue.Create(urn))]))));
        if (resource.Options.DeletedWith.Length > 0)
            json["deletedWith"] = resource.Options.DeletedWith;
        json["created"] = Time;
        json["modified"] = Time;
        return json;
    }

    private static bool UsesDefault(MadeResource made) =>
        made.Registration is { Custom: true, IsProvider: false, Provider.Length: 0 } && made.Registration.Package != "pulumi";

    private static string DefaultProvider(Plan plan, Registration resource) =>
        ProviderReference.UrnOf(ProviderReference.Default(plan.Stack, plan.Project, resource.Package, resource.Version));

    private static JsonObject Provider(Plan plan, Registration resource) => new()
    {
        ["urn"] = DefaultProvider(plan, resource),
        ["custom"] = true,
        ["id"] = ProviderId,
        ["type"] = ProviderReference.TypePrefix + resource.Package,
        ["inputs"] = new JsonObject { ["__internal"] = new JsonObject(), ["version"] = resource.Version },
        ["outputs"] = new JsonObject { ["version"] = resource.Version },
        ["created"] = Time,
        ["modified"] = Time,
    };
}
