using System.Collections.Immutable;

namespace Pulumi;

/// <summary>What a resource takes over from its parent inside the program, so that the engine hears it spelt out.</summary>
internal static class ResourceInheritance
{
    public static ResourceOptions Complete(ResourceOptions options, string type)
    {
        options = options.Clone();
        if (options.Parent is not { } parent)
            return options;

        options.Protect ??= parent.Protect;
        if (options is CustomResourceOptions { Provider: null } && !parent.Providers.IsEmpty && ResourceNames.Package(type) is { } package)
            options.Provider = parent.Providers.GetValueOrDefault(package);
        return options;
    }

    public static ImmutableDictionary<string, ProviderResource> Providers(Resource resource, ResourceOptions options)
    {
        var providers = options.Parent?.Providers ?? ImmutableDictionary<string, ProviderResource>.Empty;
        foreach (var provider in (options as ComponentResourceOptions)?.GivenProviders ?? [])
            providers = providers.SetItem(provider.Package, provider);
        if (options.Provider is not { } own)
            return providers;

        var package = resource.IsCustom ? ResourceNames.Package(resource.GetResourceType()) : own.Package;
        if (package is null || (providers.TryGetValue(package, out var known) && ReferenceEquals(known, own)))
            return providers;
        return providers.SetItem(package, own);
    }
}
