using Pulumi.Protocol;

namespace Preview.Engine;

/// <summary>An existing resource that the program reads.</summary>
/// <param name="Urn">Unique name in the stack.</param>
/// <param name="Type">Type token.</param>
/// <param name="Name">Name that the program gave.</param>
/// <param name="Parent">URN of the parent.</param>
/// <param name="Id">Id at its provider.</param>
/// <param name="State">What the program says about its state.</param>
/// <param name="Dependencies">URNs that it depends on, sorted.</param>
/// <param name="Provider">Explicit provider as <c>URN::ID</c>, or empty.</param>
/// <param name="Version">Version of the provider package, or empty.</param>
public sealed record ReadRequest(
    string Urn,
    string Type,
    string Name,
    string Parent,
    string Id,
    IReadOnlyDictionary<string, PropertyValue> State,
    IReadOnlyList<string> Dependencies,
    string Provider,
    string Version)
{
    /// <summary>The same resource as one that the program declares, for the plan.</summary>
    public Registration AsRegistration() => new()
    {
        Urn = Urn,
        Type = Type,
        Name = Name,
        Parent = Parent,
        Custom = true,
        Inputs = State,
        Dependencies = Dependencies,
        Provider = Provider,
        Version = Version,
    };
}
