namespace Pulumi;

/// <summary>A property, and the URNs that its value came from.</summary>
internal sealed record PropertyOrigins(string Name, IReadOnlyCollection<string> Urns);
