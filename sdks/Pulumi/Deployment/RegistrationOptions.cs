using Google.Protobuf.WellKnownTypes;
using Pulumirpc;

namespace Pulumi;

/// <summary>Writes a resource's options into its registration.</summary>
internal sealed class RegistrationOptions(Deployment deployment)
{
    public void Write(RegisterResourceRequest request, Resource resource, ResourceOptions options, Waiting waiting)
    {
        WriteValues(request, options);
        if (options is CustomResourceOptions custom)
            WriteCustom(request, custom);
        if (resource.IsRemote)
            WriteProviders(request, resource, waiting);
        WriteAliases(request, resource, waiting);
        WriteResources(request, options, waiting);
        if (options.ReplacementTrigger is { } trigger)
            request.ReplacementTrigger = Serialize(trigger, waiting);
    }

    private static void WriteValues(RegisterResourceRequest request, ResourceOptions options)
    {
        if (options.Protect is { } protect)
            request.Protect = protect;
        if (options.RetainOnDelete is { } retain)
            request.RetainOnDelete = retain;
        if (options.CustomTimeouts is { } timeouts)
            request.CustomTimeouts = ToMessage(timeouts);
        request.Version = options.Version ?? "";
        request.PluginDownloadURL = options.PluginDownloadURL ?? "";
        request.IgnoreChanges.AddRange(options.GivenIgnoreChanges);
        request.HideDiffs.AddRange(options.GivenHideDiffs);
    }

    private static void WriteCustom(RegisterResourceRequest request, CustomResourceOptions options)
    {
        request.DeleteBeforeReplace = options.DeleteBeforeReplace ?? false;
        request.DeleteBeforeReplaceDefined = options.DeleteBeforeReplace is not null;
        request.ImportId = options.ImportId ?? "";
        request.AdditionalSecretOutputs.AddRange(options.GivenAdditionalSecretOutputs);
        request.ReplaceOnChanges.AddRange(options.GivenReplaceOnChanges);
        if (options.GivenEnvVarMappings is { } mappings)
            request.EnvVarMappings.Add(mappings.ToDictionary());
    }

    private static void WriteProviders(RegisterResourceRequest request, Resource resource, Waiting waiting)
    {
        foreach (var (package, provider) in resource.Providers)
            request.Providers[package] = ProviderReference.Of(provider, waiting);
    }

    private void WriteAliases(RegisterResourceRequest request, Resource resource, Waiting waiting)
    {
        if (!deployment.Features.AliasSpecs(waiting))
        {
            request.AliasURNs.AddRange(AliasUrns.Of(resource, waiting));
            return;
        }

        foreach (var alias in resource.Aliases)
        {
            if (waiting.For(alias.ToOutput()) is { IsKnown: true, Value: { } given })
                request.Aliases.Add(AliasMessages.Of(given, waiting));
        }
    }

    private void WriteResources(RegisterResourceRequest request, ResourceOptions options, Waiting waiting)
    {
        if (options.DeletedWith is { } deletedWith)
        {
            deployment.Features.Require("deletedWith", nameof(options.DeletedWith), waiting);
            request.DeletedWith = waiting.For(deletedWith.Urn).Value ?? "";
        }

        if (options.GivenReplaceWith is not { } given)
            return;
        deployment.Features.Require("replaceWith", nameof(options.ReplaceWith), waiting);
        var data = waiting.For(given.ToOutput());
        foreach (var resource in data.IsKnown ? data.Value : [])
            request.ReplaceWith.Add(waiting.For(resource.Urn).Value ?? "");
    }

    private Value Serialize(Input<object> trigger, Waiting waiting) =>
        new PropertySerializer(new SerializerOptions(deployment.Features.ResourceReferences(waiting)), waiting).Serialize(trigger);

    private static RegisterResourceRequest.Types.CustomTimeouts ToMessage(CustomTimeouts timeouts) => new()
    {
        Create = Nanoseconds(timeouts.Create),
        Update = Nanoseconds(timeouts.Update),
        Delete = Nanoseconds(timeouts.Delete),
    };

    /// <summary>A tick is 100 nanoseconds.</summary>
    private static string Nanoseconds(TimeSpan? time) => time is { } given ? $"{given.Ticks}00ns" : "";
}
