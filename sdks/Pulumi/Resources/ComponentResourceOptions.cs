namespace Pulumi;

/// <summary>How the engine treats a component.</summary>
public sealed class ComponentResourceOptions : ResourceOptions
{
    private List<ProviderResource>? _providers;

    /// <summary>Providers for the component's children, each for its own package.</summary>
    public List<ProviderResource> Providers
    {
        get => _providers ??= [];
        set => _providers = value;
    }

    internal IReadOnlyCollection<ProviderResource> GivenProviders => (IReadOnlyCollection<ProviderResource>?)_providers ?? [];

    /// <summary>Both options in one: single values of the second replace those of the first, lists are appended.</summary>
    /// <param name="options1">The first options.</param>
    /// <param name="options2">The options that win.</param>
    /// <returns>New options; neither of the two changes.</returns>
    public static ComponentResourceOptions Merge(ComponentResourceOptions? options1, ComponentResourceOptions? options2)
    {
        var merged = new ComponentResourceOptions();
        merged.TakeAll(options1);
        merged.TakeAll(options2);
        return merged;
    }

    private void TakeAll(ComponentResourceOptions? other)
    {
        if (other is null)
            return;

        Take(other);
        _providers = ListMerge.Concat(_providers, other._providers);
    }
}
