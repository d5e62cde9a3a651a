using System.Collections.Immutable;
using Pulumirpc;

namespace Pulumi;

/// <summary>Registers resources: creates, updates or keeps them.</summary>
internal sealed class ResourceRegistration(Deployment deployment)
{
    private readonly ResourcePreparation _preparation = new(deployment);
    private readonly RegistrationOptions _options = new(deployment);

    public async Task<ResourceAnswer> SendAsync(Resource resource, ResourceArgs args, ResourceOptions options)
    {
        var waiting = new Waiting();
        RegisterResourceRequest? request;
        while ((request = TryBuild(resource, args, options, waiting)) is null)
            await waiting.ArriveAsync();
        return ToAnswer(await deployment.Monitor.RegisterResourceAsync(resource, request));
    }

    private RegisterResourceRequest? TryBuild(Resource resource, ResourceArgs args, ResourceOptions options, Waiting waiting)
    {
        // Asked beside what preparing a resource asks for, so that the first resource waits once.
        _ = deployment.Features.AliasSpecs(waiting);
        if (_preparation.TryPrepare(resource, args, options, waiting) is not { } prepared)
            return null;

        var request = NewRequest(resource, prepared);
        _options.Write(request, resource, options, waiting);
        return waiting.IsOver ? request : null;
    }

    private static RegisterResourceRequest NewRequest(Resource resource, PreparedResource prepared)
    {
        var request = new RegisterResourceRequest
        {
            Type = resource.GetResourceType(),
            Name = resource.GetResourceName(),
            Custom = resource.IsCustom,
            Remote = resource.IsRemote,
            Parent = prepared.Parent,
            Provider = prepared.Provider,
            Object = prepared.Properties,
            AcceptSecrets = true,
            AcceptResources = AcceptedValues.Resources,
            SupportsResultReporting = true,
            Hooks = new RegisterResourceRequest.Types.ResourceHooksBinding(),
        };
        request.Dependencies.AddRange(prepared.Dependencies);
        foreach (var property in prepared.PropertyDependencies)
            request.PropertyDependencies[property.Name] = new RegisterResourceRequest.Types.PropertyDependencies { Urns = { property.Urns } };
        return request;
    }

    private ResourceAnswer ToAnswer(RegisterResourceResponse response)
    {
        var isDone = response.Result == Result.Success && !deployment.Settings.IsDryRun;
        var answer = new ResourceAnswer(response.Urn, response.Id, response.Object ?? new(), isDone);
        return response.PropertyDependencies.Count == 0
            ? answer
            : answer with { PropertyDependencies = response.PropertyDependencies.ToImmutableDictionary(entry => entry.Key, entry => entry.Value.Urns.ToImmutableArray()) };
    }
}
