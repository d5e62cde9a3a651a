using Preview.Engine;
using Pulumi.Protocol;

namespace Preview.Earlier;

/// <summary>
/// A resource as a file of earlier days has it. The members are those of <c>ResourceV3</c>
/// (https://github.com/pulumi/pulumi/blob/master/sdk/go/common/apitype/core.go) that a comparison needs.
/// </summary>
public sealed record EarlierResource
{
    /// <summary>Unique name.</summary>
    public required string Urn { get; init; }

    /// <summary>Type token.</summary>
    public required string Type { get; init; }

    /// <summary>Whether a provider manages it; false for components.</summary>
    public bool Custom { get; init; }

    /// <summary>Id at its provider; empty for components and in an earlier plan.</summary>
    public string Id { get; init; } = "";

    /// <summary>Inputs, among them what the provider filled in. A secret that is encrypted has an unknown content.</summary>
    public IReadOnlyDictionary<string, PropertyValue> Inputs { get; init; } = new Dictionary<string, PropertyValue>();

    /// <summary>Outputs.</summary>
    public IReadOnlyDictionary<string, PropertyValue> Outputs { get; init; } = new Dictionary<string, PropertyValue>();

    /// <summary>URN of the parent; empty for the root stack.</summary>
    public string Parent { get; init; } = "";

    /// <summary>URNs of all that it depends on.</summary>
    public IReadOnlyList<string> Dependencies { get; init; } = [];

    /// <summary>Provider as <c>URN::ID</c>, or empty.</summary>
    public string Provider { get; init; } = "";

    /// <summary>Whether it was only read, so that an update never deletes it.</summary>
    public bool External { get; init; }

    /// <summary>Whether it was replaced and is still to be deleted.</summary>
    public bool PendingDelete { get; init; }

    /// <summary>Whether it was deleted for a replacement that has not been made.</summary>
    public bool PendingReplacement { get; init; }

    /// <summary>Whether its creation or last update ended with errors, so that the next update tries again.</summary>
    public bool HasInitErrors { get; init; }

    /// <summary>Id that it was imported by, or empty.</summary>
    public string ImportId { get; init; } = "";

    /// <summary>Protection and what else was asked for.</summary>
    public RegistrationOptions Options { get; init; } = new();

    /// <summary>Whether the engine made it as a provider of resources that name none. Such providers are no steps of a plan.</summary>
    public bool IsDefaultProvider =>
        Type.StartsWith(ProviderReference.TypePrefix, StringComparison.Ordinal) && ProviderReference.IsDefault(Urn);

    /// <summary>The resource as one that a program would declare, for the plan.</summary>
    public Registration AsRegistration() => new()
    {
        Urn = Urn,
        Type = Type,
        Name = Engine.Urn.Name(Urn),
        Parent = Parent,
        Custom = Custom,
        Inputs = Inputs,
        Dependencies = Dependencies,
        Provider = Provider,
        Options = Options,
    };
}
