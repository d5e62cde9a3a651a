namespace Infra.Monitoring;

/// <summary>A node that must report, as far as placement constraints ask about it.</summary>
/// <param name="Name">The node's host name.</param>
/// <param name="IsManager">Whether it is a manager.</param>
public sealed record WatchedNode(string Name, bool IsManager)
{
    /// <summary>The node's swarm labels.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// Whether a placement constraint holds for this node; null when it asks for something that is not known here.
    /// See https://docs.docker.com/engine/swarm/services/#placement-constraints.
    /// </summary>
    public bool? Satisfies(string constraint)
    {
        var negated = constraint.Contains("!=", StringComparison.Ordinal);
        if (constraint.Split(negated ? "!=" : "==", StringSplitOptions.TrimEntries) is not [var attribute, var expected])
            return null;
        var actual = Attribute(attribute);
        return actual is null ? null : (actual == expected) != negated;
    }

    private string? Attribute(string name) => name switch
    {
        "node.role" => IsManager ? "manager" : "worker",
        "node.hostname" => Name,
        _ when name.StartsWith(LabelPrefix, StringComparison.Ordinal) => Labels.GetValueOrDefault(name[LabelPrefix.Length..], string.Empty),
        _ => null,
    };

    private const string LabelPrefix = "node.labels.";
}
