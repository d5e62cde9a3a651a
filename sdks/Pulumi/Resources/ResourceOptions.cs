namespace Pulumi;

/// <summary>How the engine treats a resource.</summary>
public abstract class ResourceOptions
{
    private InputList<Resource>? _dependsOn;
    private InputList<Resource>? _replaceWith;
    private List<string>? _ignoreChanges;
    private List<string>? _replaceOnChanges;
    private List<string>? _hideDiffs;
    private List<Input<Alias>>? _aliases;
    private List<ResourceTransformation>? _transformations;

    /// <summary>No options.</summary>
    protected ResourceOptions()
    {
    }

    /// <summary>Identifier of a resource that exists already and is read instead of declared.</summary>
    public Input<string>? Id { get; set; }

    /// <summary>The resource under which this one appears; the stack when null.</summary>
    public Resource? Parent { get; set; }

    /// <summary>Resources that must be ready first. A component stands for the resources in it.</summary>
    public InputList<Resource> DependsOn
    {
        get => _dependsOn ??= [];
        set => _dependsOn = value;
    }

    /// <summary>Whether deleting the resource is refused; the parent's choice when null.</summary>
    public bool? Protect { get; set; }

    /// <summary>Properties, as paths, whose changes are not acted upon.</summary>
    public List<string> IgnoreChanges
    {
        get => _ignoreChanges ??= [];
        set => _ignoreChanges = value;
    }

    /// <summary>Version of the provider plugin; the package's own when null.</summary>
    public string? Version { get; set; }

    /// <summary>The provider to use; the one inherited through the parents, or the package's default, when null.</summary>
    public ProviderResource? Provider { get; set; }

    /// <summary>How long creating, updating and deleting may take.</summary>
    public CustomTimeouts? CustomTimeouts { get; set; }

    /// <summary>Changes to the arguments and options of this resource and its children.</summary>
    public List<ResourceTransformation> ResourceTransformations
    {
        get => _transformations ??= [];
        set => _transformations = value;
    }

    /// <summary>Names that the resource had before.</summary>
    public List<Input<Alias>> Aliases
    {
        get => _aliases ??= [];
        set => _aliases = value;
    }

    /// <summary>URN of a resource that is registered already and whose state is taken over.</summary>
    public string? Urn { get; set; }

    /// <summary>Properties, as paths, whose change replaces the resource.</summary>
    public List<string> ReplaceOnChanges
    {
        get => _replaceOnChanges ??= [];
        set => _replaceOnChanges = value;
    }

    /// <summary>Where the provider plugin is downloaded from when it is not installed.</summary>
    public string? PluginDownloadURL { get; set; }

    /// <summary>Whether the resource is left in place when it is removed from the program.</summary>
    public bool? RetainOnDelete { get; set; }

    /// <summary>The resource whose deletion takes this one with it, so that it needs no deletion of its own.</summary>
    public Resource? DeletedWith { get; set; }

    /// <summary>Resources whose replacement replaces this one.</summary>
    public InputList<Resource> ReplaceWith
    {
        get => _replaceWith ??= [];
        set => _replaceWith = value;
    }

    /// <summary>A value whose change replaces the resource.</summary>
    public Input<object>? ReplacementTrigger { get; set; }

    /// <summary>Properties, as paths, whose differences are not shown.</summary>
    public List<string> HideDiffs
    {
        get => _hideDiffs ??= [];
        set => _hideDiffs = value;
    }

    internal InputList<Resource>? GivenDependsOn => _dependsOn;

    internal InputList<Resource>? GivenReplaceWith => _replaceWith;

    internal IReadOnlyCollection<string> GivenIgnoreChanges => (IReadOnlyCollection<string>?)_ignoreChanges ?? [];

    internal IReadOnlyCollection<string> GivenReplaceOnChanges => (IReadOnlyCollection<string>?)_replaceOnChanges ?? [];

    internal IReadOnlyCollection<string> GivenHideDiffs => (IReadOnlyCollection<string>?)_hideDiffs ?? [];

    internal IReadOnlyCollection<Input<Alias>> GivenAliases => (IReadOnlyCollection<Input<Alias>>?)_aliases ?? [];

    internal IReadOnlyCollection<ResourceTransformation> GivenTransformations => (IReadOnlyCollection<ResourceTransformation>?)_transformations ?? [];

    /// <summary>A copy, so that completing it does not change what the program holds and may use again.</summary>
    internal ResourceOptions Clone() => (ResourceOptions)MemberwiseClone();

    /// <summary>Takes over what the other options say: single values replace, lists are appended.</summary>
    internal void Take(ResourceOptions other)
    {
        TakeValues(other);
        _dependsOn = ListMerge.Concat(_dependsOn, other._dependsOn);
        _replaceWith = ListMerge.Concat(_replaceWith, other._replaceWith);
        _ignoreChanges = ListMerge.Concat(_ignoreChanges, other._ignoreChanges);
        _replaceOnChanges = ListMerge.Concat(_replaceOnChanges, other._replaceOnChanges);
        _hideDiffs = ListMerge.Concat(_hideDiffs, other._hideDiffs);
        _aliases = ListMerge.Concat(_aliases, other._aliases);
        _transformations = ListMerge.Concat(_transformations, other._transformations);
    }

    private void TakeValues(ResourceOptions other)
    {
        Id = other.Id ?? Id;
        Parent = other.Parent ?? Parent;
        Protect = other.Protect ?? Protect;
        Version = other.Version ?? Version;
        Provider = other.Provider ?? Provider;
        CustomTimeouts = other.CustomTimeouts ?? CustomTimeouts;
        Urn = other.Urn ?? Urn;
        PluginDownloadURL = other.PluginDownloadURL ?? PluginDownloadURL;
        RetainOnDelete = other.RetainOnDelete ?? RetainOnDelete;
        DeletedWith = other.DeletedWith ?? DeletedWith;
        ReplacementTrigger = other.ReplacementTrigger ?? ReplacementTrigger;
    }
}
