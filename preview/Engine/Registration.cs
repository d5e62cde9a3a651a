using Pulumi.Protocol;

namespace Preview.Engine;

/// <summary>A resource that the program declares.</summary>
public sealed record Registration
{
    /// <summary>Unique name of the resource in its stack.</summary>
    public required string Urn { get; init; }

    /// <summary>Type token, e.g. <c>digitalocean:index/droplet:Droplet</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Name that the program gave.</summary>
    public required string Name { get; init; }

    /// <summary>URN of the parent; empty for the root stack.</summary>
    public required string Parent { get; init; }

    /// <summary>Whether a provider manages the resource; false for components.</summary>
    public bool Custom { get; init; }

    /// <summary>Inputs by wire name.</summary>
    public required IReadOnlyDictionary<string, PropertyValue> Inputs { get; init; }

    /// <summary>URNs of all resources that this one depends on, sorted.</summary>
    public IReadOnlyList<string> Dependencies { get; init; } = [];

    /// <summary>For each input the URNs of the resources that it comes from, sorted.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> PropertyDependencies { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Explicit provider as <c>URN::ID</c>, or empty.</summary>
    public string Provider { get; init; } = "";

    /// <summary>Version of the provider package, or empty.</summary>
    public string Version { get; init; } = "";

    /// <summary>What the program asked for beyond the inputs.</summary>
    public RegistrationOptions Options { get; init; } = new();

    /// <summary>Whether the resource is a provider.</summary>
    public bool IsProvider => Type.StartsWith(ProviderReference.TypePrefix, StringComparison.Ordinal);

    /// <summary>The package that the type comes from, e.g. <c>digitalocean</c>; of a provider, the package that it provides.</summary>
    public string Package => IsProvider ? Type[ProviderReference.TypePrefix.Length..] : Type.Split(':')[0];
}
