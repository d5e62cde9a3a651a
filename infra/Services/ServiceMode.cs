namespace Infra.Services;

/// <summary>How many tasks a service has. See https://docs.docker.com/engine/swarm/how-swarm-mode-works/services/.</summary>
/// <param name="Replicas">Number of tasks, or null for one on every node that the placement allows.</param>
public sealed record ServiceMode(int? Replicas)
{
    /// <summary>One task on every node that the placement allows.</summary>
    public static ServiceMode Global { get; } = new(Replicas: null);

    /// <summary>A fixed number of tasks.</summary>
    public static ServiceMode Replicated(int replicas) => new(replicas);

    /// <summary>Whether there is one task per node.</summary>
    public bool IsGlobal => Replicas is null;
}
