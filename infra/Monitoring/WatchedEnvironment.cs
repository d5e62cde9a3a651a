using Infra.Services;

namespace Infra.Monitoring;

/// <summary>What there is to watch. All of it is known before anything is created, so the rules can say what must be there.</summary>
/// <param name="Name">The environment's name, a label of every alert.</param>
/// <param name="Nodes">Every node of the swarm.</param>
/// <param name="Services">Every service of the swarm, those of the monitoring included.</param>
public sealed record WatchedEnvironment(string Name, IReadOnlyList<WatchedNode> Nodes, IReadOnlyList<ServiceSpec> Services)
{
    /// <summary>Whether clients reach the public hosts over https.</summary>
    public bool Https { get; init; } = true;

    /// <summary>Scheme of the public hosts.</summary>
    public string Scheme => Https ? "https" : "http";

    /// <summary>Whether a backup reports <c>lhd_backup_last_success_timestamp_seconds</c>.</summary>
    public bool HasBackups { get; init; }

    /// <summary>Whether a service of this name is part of the environment.</summary>
    public bool Has(string service) => Services.Any(spec => spec.Name == service);

    /// <summary>How many tasks of a service must run; null when its placement asks for something that is not known here.</summary>
    public int? DesiredTasks(ServiceSpec service)
    {
        if (service.Mode.Replicas is { } replicas)
            return replicas;
        var fits = Nodes.Select(node => service.Placement.Constraints.Select(node.Satisfies).ToList()).ToList();
        return fits.Any(answers => answers.Contains(null)) ? null : fits.Count(answers => answers.TrueForAll(answer => answer is true));
    }
}
