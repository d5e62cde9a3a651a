using Google.Protobuf.WellKnownTypes;
using Pulumirpc;

namespace Pulumi;

/// <summary>Reads resources that exist already.</summary>
internal sealed class ResourceReading(Deployment deployment)
{
    private readonly ResourcePreparation _preparation = new(deployment);

    public async Task<ResourceAnswer> ByIdAsync(Resource resource, string id, ResourceArgs args, ResourceOptions options)
    {
        var waiting = new Waiting();
        PreparedResource? prepared;
        while ((prepared = _preparation.TryPrepare(resource, args, options, waiting)) is null)
            await waiting.ArriveAsync();

        var request = new ReadResourceRequest
        {
            Type = resource.GetResourceType(),
            Name = resource.GetResourceName(),
            Id = id,
            Parent = prepared.Parent,
            Provider = prepared.Provider,
            Properties = prepared.Properties,
            Version = options.Version ?? "",
            AcceptSecrets = true,
            AcceptResources = AcceptedValues.Resources,
        };
        request.Dependencies.AddRange(prepared.Dependencies);
        var response = await deployment.Monitor.ReadResourceAsync(resource, request);
        return new ResourceAnswer(response.Urn, id, response.Properties ?? new(), !deployment.Settings.IsDryRun);
    }

    public async Task<ResourceAnswer> ByUrnAsync(string urn)
    {
        var request = new ResourceInvokeRequest
        {
            Tok = "pulumi:pulumi:getResource",
            Args = new Struct { Fields = { ["urn"] = Value.ForString(urn) } },
            AcceptResources = AcceptedValues.Resources,
        };
        var response = await deployment.Monitor.InvokeAsync(request);
        InvokeFailures.ThrowIfAny(request.Tok, response);
        var fields = response.Return?.Fields ?? [];
        return new ResourceAnswer(
            Text(fields, "urn") ?? urn,
            Text(fields, "id") ?? "",
            fields.TryGetValue("state", out var state) && state.KindCase == Value.KindOneofCase.StructValue ? state.StructValue : new Struct(),
            !deployment.Settings.IsDryRun);
    }

    private static string? Text(Google.Protobuf.Collections.MapField<string, Value> fields, string key) =>
        fields.TryGetValue(key, out var value) && value.KindCase == Value.KindOneofCase.StringValue ? value.StringValue : null;
}
