namespace Infra.Services;

/// <summary>Which nodes may run a task.</summary>
/// <param name="Constraints">Expressions such as <c>node.role == manager</c>, all of which must hold.</param>
public sealed record Placement(params IReadOnlyList<string> Constraints)
{
    /// <summary>At most this many tasks on one node; 0 for no limit.</summary>
    public int MaxReplicasPerNode { get; init; }

    /// <summary>Any node.</summary>
    public static Placement Anywhere { get; } = new();

    /// <summary>Managers only.</summary>
    public static Placement Managers { get; } = new("node.role == manager");

    /// <summary>Workers only.</summary>
    public static Placement Workers { get; } = new("node.role == worker");

    /// <summary>Nodes with a label, such as <c>storage</c> = <c>data</c>.</summary>
    public static Placement Labelled(string label, string value) => new($"node.labels.{label} == {value}");
}
