using Infra.Settings;

namespace Infra.Services;

/// <summary>
/// A Docker Swarm service as plain data: everything that is decided about it, nothing about how it is sent to an engine.
/// What is not said has the default of <see cref="ServiceDefaults"/>.
/// </summary>
/// <param name="Name">The service's name, which is also its DNS name on its networks, such as <c>hasura</c>.</param>
/// <param name="Image">Image with an exact tag or a digest, such as <c>traefik:v3.7.11</c>.</param>
public sealed record ServiceSpec(string Name, string Image)
{
    /// <summary>The setting that describes it, e.g. <c>services[0]</c>; the whole list for a service of the platform's own.</summary>
    public string Setting { get; init; } = ServiceListSettings.Key;

    /// <summary>Whether a stack file describes it.</summary>
    public bool IsDeclared => Setting != ServiceListSettings.Key;

    /// <summary>Where a problem with a part of it is told; at the list for a service of the platform's own.</summary>
    public string KeyOf(string part) => IsDeclared ? $"{Setting}.{part}" : Setting;

    /// <summary>Replicated with a number of tasks, or one task on every node that fits; one replica when not said.</summary>
    public ServiceMode Mode { get; init; } = ServiceMode.Replicated(1);

    /// <summary>Replaces the image's entry point when not empty.</summary>
    public IReadOnlyList<string> Command { get; init; } = [];

    /// <summary>Arguments of the entry point; the image's own when empty.</summary>
    public IReadOnlyList<string> Args { get; init; } = [];

    /// <summary>Environment variables. Anyone who may inspect the service reads them: never a secret.</summary>
    public IReadOnlyDictionary<string, string> Env { get; init; } = new Dictionary<string, string>();

    /// <summary>The overlay networks that the service is attached to, and no others.</summary>
    public IReadOnlyList<OverlayNetwork> Networks { get; init; } = [];

    /// <summary>Public addresses that Traefik sends to this service; empty for a worker.</summary>
    public IReadOnlyList<Route> Routes { get; init; } = [];

    /// <summary>Ports published on the nodes. Only the proxy may have any.</summary>
    public IReadOnlyList<PublishedPort> Ports { get; init; } = [];

    /// <summary>Swarm secrets that the service reads, each as a file.</summary>
    public IReadOnlyList<SecretMount> Secrets { get; init; } = [];

    /// <summary>Configuration files, each shipped as a swarm config.</summary>
    public IReadOnlyList<ConfigFile> Configs { get; init; } = [];

    /// <summary>Bind mounts, named volumes and in-memory file systems.</summary>
    public IReadOnlyList<Mount> Mounts { get; init; } = [];

    /// <summary>How the engine knows that a task works, or the reason why it cannot know.</summary>
    public required HealthCheck Health { get; init; }

    /// <summary>What a task may use at most, and what is set aside for it.</summary>
    public required ResourceLimits Resources { get; init; }

    /// <summary>Which nodes may run a task.</summary>
    public Placement Placement { get; init; } = Placement.Anywhere;

    /// <summary>How a new version replaces the running one.</summary>
    public UpdatePolicy Update { get; init; } = UpdatePolicy.StartFirst;

    /// <summary>When a task that ended is started again.</summary>
    public RestartPolicy Restart { get; init; } = RestartPolicy.Always;

    /// <summary>How long a task may take to stop before it is killed.</summary>
    public TimeSpan StopGrace { get; init; } = ServiceDefaults.StopGrace;

    /// <summary>The signal that asks a task to stop; the image's own when null.</summary>
    public string? StopSignal { get; init; }

    /// <summary>Host name inside the container; may hold a template such as <c>{{.Node.Hostname}}</c>. The task's id when null.</summary>
    public string? Hostname { get; init; }

    /// <summary>User (and group) that the process runs as, such as <c>65534:65534</c>; the image's own when null.</summary>
    public string? User { get; init; }

    /// <summary>Whether the container's root file system is read-only.</summary>
    public bool ReadOnlyRoot { get; init; }

    /// <summary>Whether an init process reaps children and forwards signals, for images whose program does neither.</summary>
    public bool Init { get; init; }

    /// <summary>Linux capabilities to take away, such as <c>ALL</c>.</summary>
    public IReadOnlyList<string> CapDrops { get; init; } = [];

    /// <summary>Linux capabilities to add after the dropped ones.</summary>
    public IReadOnlyList<string> CapAdds { get; init; } = [];

    /// <summary>Names of services that must have converged before this one is created or updated.</summary>
    public IReadOnlyList<string> WaitsFor { get; init; } = [];

    /// <summary>Where Prometheus reads this service's metrics, over the metrics network; null when it has none.</summary>
    public MetricsEndpoint? Metrics { get; init; }

    /// <summary>Service labels besides those that follow from <see cref="Routes"/>.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();
}
