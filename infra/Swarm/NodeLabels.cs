namespace Infra.Swarm;

/// <summary>Labels that tell services where they belong; each is <c>true</c> or <c>false</c> on every node.</summary>
public static class NodeLabels
{
    /// <summary>The node that the data volume is mounted on.</summary>
    public const string Data = "data";

    /// <summary>The node that the public address leads to.</summary>
    public const string Edge = "edge";

    /// <summary>Every label.</summary>
    public static IReadOnlyList<string> All { get; } = [Data, Edge];
}
