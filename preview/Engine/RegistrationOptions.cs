namespace Preview.Engine;

/// <summary>Resource options as they arrive at the engine.</summary>
public sealed record RegistrationOptions
{
    /// <summary>Whether deletion is refused.</summary>
    public bool Protect { get; init; }

    /// <summary>Whether the resource stays when it is removed from the program.</summary>
    public bool RetainOnDelete { get; init; }

    /// <summary>Whether the old resource goes before its replacement comes; null leaves it to the provider.</summary>
    public bool? DeleteBeforeReplace { get; init; }

    /// <summary>Inputs whose changes have no effect.</summary>
    public IReadOnlyList<string> IgnoreChanges { get; init; } = [];

    /// <summary>Inputs whose changes replace the resource.</summary>
    public IReadOnlyList<string> ReplaceOnChanges { get; init; } = [];

    /// <summary>Outputs that are secret.</summary>
    public IReadOnlyList<string> AdditionalSecretOutputs { get; init; } = [];

    /// <summary>Earlier URNs of the resource.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>URN of the resource whose deletion deletes this one too, or empty.</summary>
    public string DeletedWith { get; init; } = "";

    /// <summary>URNs of resources whose replacement replaces this one too.</summary>
    public IReadOnlyList<string> ReplaceWith { get; init; } = [];

    /// <summary>Id of an existing resource to adopt, or empty.</summary>
    public string ImportId { get; init; } = "";

    /// <summary>Time limits, or null.</summary>
    public OperationTimeouts? Timeouts { get; init; }
}
