using System.Text.RegularExpressions;

namespace Infra.Settings;

/// <summary>A node by its role and number, e.g. <c>manager-0</c>. The same node keeps its name for life.</summary>
/// <param name="Role">What it does in the swarm.</param>
/// <param name="Number">Counted from 0 within its role.</param>
public sealed partial record NodeName(NodeRole Role, int Number)
{
    /// <summary>The node that every environment has.</summary>
    public static NodeName First { get; } = new(NodeRole.Manager, 0);

    /// <summary>Reads a node's name.</summary>
    /// <exception cref="FormatException">The text does not name a node.</exception>
    public static NodeName Parse(string text) => Pattern().Match(text) is { Success: true } match
        ? new(match.Groups["role"].Value == "manager" ? NodeRole.Manager : NodeRole.Worker, int.Parse(match.Groups["number"].Value))
        : throw new FormatException($"'{text}' is not the name of a node");

    /// <inheritdoc/>
    public override string ToString() => $"{Role.ToString().ToLowerInvariant()}-{Number}";

    [GeneratedRegex(@"\A(?<role>manager|worker)-(?<number>0|[1-9][0-9]?)\z", RegexOptions.None, 1000)]
    private static partial Regex Pattern();
}

/// <summary>What a node does in the swarm.</summary>
public enum NodeRole
{
    /// <summary>Keeps the swarm's state, and runs tasks too.</summary>
    Manager,

    /// <summary>Runs tasks.</summary>
    Worker,
}
