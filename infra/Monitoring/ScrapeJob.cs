using Infra.Services;

namespace Infra.Monitoring;

/// <summary>A service that Prometheus reads, every task by its own address.</summary>
/// <param name="Service">Name of the service, which becomes the job's.</param>
/// <param name="Metrics">Where its tasks answer.</param>
public sealed record ScrapeJob(string Service, MetricsEndpoint Metrics)
{
    /// <summary>
    /// The DNS name under which Docker lists the addresses of a service's tasks. It asks the engine for nothing, unlike Prometheus'
    /// own swarm discovery, which needs the Docker API.
    /// </summary>
    public string TaskName => $"tasks.{Service}";

    /// <summary>The jobs of an environment: every service that has metrics.</summary>
    public static IEnumerable<ScrapeJob> Of(WatchedEnvironment environment) =>
        from service in environment.Services
        let metrics = service.Metrics
        where metrics is not null
        select new ScrapeJob(service.Name, metrics);
}
