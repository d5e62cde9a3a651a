using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;

namespace Pulumi;

/// <summary>What the engine said of a resource, however it was asked.</summary>
internal sealed record ResourceAnswer(string Urn, string Id, Struct Properties, bool MissingIsKnown)
{
    /// <summary>Resources, by URN, that the engine says a property came from.</summary>
    public ImmutableDictionary<string, ImmutableArray<string>> PropertyDependencies { get; init; } =
        ImmutableDictionary<string, ImmutableArray<string>>.Empty;
}
