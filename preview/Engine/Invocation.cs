using Pulumi.Protocol;

namespace Preview.Engine;

/// <summary>A provider's function that the program calls.</summary>
/// <param name="Token">The function, e.g. <c>cloudflare:index/getIpRanges:getIpRanges</c>.</param>
/// <param name="Arguments">Arguments by wire name.</param>
/// <param name="Provider">Explicit provider as <c>URN::ID</c>, or empty.</param>
/// <param name="Version">Version of the provider package, or empty.</param>
public sealed record Invocation(string Token, IReadOnlyDictionary<string, PropertyValue> Arguments, string Provider, string Version);
