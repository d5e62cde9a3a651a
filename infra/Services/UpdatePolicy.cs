namespace Infra.Services;

/// <summary>
/// How a new version replaces the running one, and how a bad one is rolled back (in the same order).
/// See https://docs.docker.com/reference/cli/docker/service/update/.
/// </summary>
/// <param name="Order">Whether the new task starts before the old one stops.</param>
public sealed record UpdatePolicy(UpdateOrder Order)
{
    /// <summary>Tasks replaced at a time.</summary>
    public int Parallelism { get; init; } = 1;

    /// <summary>Pause between two groups of tasks; longer than Traefik takes to see new tasks.</summary>
    public TimeSpan Delay { get; init; } = ServiceDefaults.UpdateDelay;

    /// <summary>
    /// How long a new task is watched for failure. Null: as long as its health check can take to fail, plus a fifth, and at least
    /// <see cref="ServiceDefaults.ShortestMonitor"/>. A shorter time would report a bad release as good.
    /// </summary>
    public TimeSpan? Monitor { get; init; }

    /// <summary>For services without state: the new task is healthy before the old one stops.</summary>
    public static UpdatePolicy StartFirst { get; } = new(UpdateOrder.StartFirst);

    /// <summary>For services that own data or a port of the node: the old task stops first.</summary>
    public static UpdatePolicy StopFirst { get; } = new(UpdateOrder.StopFirst);

    /// <summary>How long a new task of a service with this health check is watched.</summary>
    public TimeSpan MonitorOf(HealthCheck health)
    {
        var needed = health.TimeToFail * 1.2;
        return Monitor ?? (needed > ServiceDefaults.ShortestMonitor ? needed : ServiceDefaults.ShortestMonitor);
    }
}

/// <summary>Order of start and stop in an update.</summary>
public enum UpdateOrder
{
    /// <summary>The new task starts, then the old one stops.</summary>
    StartFirst,

    /// <summary>The old task stops, then the new one starts.</summary>
    StopFirst,
}
