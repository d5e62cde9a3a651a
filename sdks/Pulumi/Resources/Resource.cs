using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Something that the engine manages. Constructing one declares it.</summary>
public abstract class Resource
{
    private readonly string _type;
    private readonly string _name;
    private readonly ConcurrentQueue<Resource>? _children;

    private protected Resource(string type, string name, bool custom, ResourceArgs args, ResourceOptions options, bool remote = false)
    {
        ResourceNames.Check(type, name);
        _type = type;
        _name = name;
        IsCustom = custom;
        IsRemote = remote;
        _children = custom ? null : new ConcurrentQueue<Resource>();

        Transformations = ResourceTransformations.Inherit(options);
        (args, options) = ResourceTransformations.Apply(Transformations, this, args, options);
        options = ResourceInheritance.Complete(options, type);

        Parent = options.Parent;
        Protect = options.Protect;
        Providers = ResourceInheritance.Providers(this, options);
        Aliases = options.GivenAliases;
        options.Parent?._children?.Enqueue(this);

        Deployment.Required.Register(this, args, options);
    }

    /// <summary>A resource that is registered elsewhere, or not at all.</summary>
    private protected Resource(string type, string name, bool custom, Output<string> urn)
    {
        _type = type;
        _name = name;
        IsCustom = custom;
        Transformations = [];
        Providers = ImmutableDictionary<string, ProviderResource>.Empty;
        Aliases = [];
        Urn = urn;
    }

    /// <summary>The name that the engine gave the resource; known as soon as it is registered.</summary>
    public Output<string> Urn { get; internal set; } = null!;

    internal bool IsCustom { get; }

    internal bool IsRemote { get; }

    internal Resource? Parent { get; }

    internal bool? Protect { get; }

    internal ImmutableDictionary<string, ProviderResource> Providers { get; }

    internal ImmutableArray<ResourceTransformation> Transformations { get; }

    internal IReadOnlyCollection<Input<Alias>> Aliases { get; }

    /// <summary>Children declared so far; only components keep them, since dependencies stop at custom resources.</summary>
    internal IEnumerable<Resource> Children => _children ?? Enumerable.Empty<Resource>();

    /// <summary>The type token.</summary>
    /// <returns>For example <c>digitalocean:index/droplet:Droplet</c>.</returns>
    public string GetResourceType() => _type;

    /// <summary>The name given in the program.</summary>
    /// <returns>The name.</returns>
    public string GetResourceName() => _name;
}
