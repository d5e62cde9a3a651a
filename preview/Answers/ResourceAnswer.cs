using Preview.Planning;
using Pulumi.Protocol;

namespace Preview.Answers;

/// <summary>The state of a resource.</summary>
/// <param name="Id">Id at its provider; empty when it is not known yet, and for components.</param>
/// <param name="Outputs">Outputs by wire name. In a preview, outputs that are absent are not known yet.</param>
/// <param name="Change">How it differs from what it was; null when it is new, or when there is nothing to compare with.</param>
public sealed record ResourceAnswer(string Id, IReadOnlyDictionary<string, PropertyValue> Outputs, ResourceChange? Change = null);
