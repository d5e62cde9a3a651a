using Google.Protobuf.WellKnownTypes;

namespace Pulumi;

/// <summary>What the engine is told of a resource whether it is registered or read: everything that had to be waited for.</summary>
internal sealed class PreparedResource
{
    public required string Parent { get; init; }

    public required string Provider { get; init; }

    public required Struct Properties { get; init; }

    public required List<PropertyOrigins> PropertyDependencies { get; init; }

    /// <summary>The URNs that the resource as a whole depends on.</summary>
    public required IReadOnlyCollection<string> Dependencies { get; init; }
}
