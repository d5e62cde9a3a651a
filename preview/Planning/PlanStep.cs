using Preview.Engine;
using Pulumi.Protocol;

namespace Preview.Planning;

/// <summary>What an update would do with one resource.</summary>
/// <param name="Op">The operation.</param>
/// <param name="Resource">What the program declares.</param>
/// <param name="Id">Id at the provider; empty when it is not known yet, and for components.</param>
/// <param name="Outputs">Outputs that are known, by wire name.</param>
public sealed record PlanStep(StepOp Op, Registration Resource, string Id, IReadOnlyDictionary<string, PropertyValue> Outputs)
{
    /// <summary>How the resource differs from what it was; null when it is new, or when there is nothing to compare with.</summary>
    public ResourceChange? Change { get; init; }

    /// <summary>Whether the resource is only read, not managed.</summary>
    public bool IsExternal { get; init; }

    /// <summary>Unique name of the resource.</summary>
    public string Urn => Resource.Urn;
}
