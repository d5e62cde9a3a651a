namespace Infra.Monitoring.Alerts;

/// <summary>
/// A number that is known when the rules are written, as a series of its own: what is gone exports nothing, so an alert about absence
/// needs something to compare with.
/// </summary>
/// <param name="Series">Name of the series.</param>
/// <param name="Label">The label that tells one from another.</param>
/// <param name="LabelValue">Its value.</param>
/// <param name="Value">The number.</param>
public sealed record ExpectedValue(string Series, string Label, string LabelValue, int Value)
{
    /// <summary>1 for every node, by <c>nodename</c>.</summary>
    public const string Nodes = "lhd:node_expected";

    /// <summary>How many tasks must run, by <c>service</c>.</summary>
    public const string Tasks = "lhd:service_tasks_desired";

    /// <summary>How many targets Prometheus must reach, by <c>job</c>.</summary>
    public const string Targets = "lhd:scrape_targets_expected";

    /// <summary>All expectations about an environment.</summary>
    public static IEnumerable<ExpectedValue> Of(WatchedEnvironment environment) =>
    [
        .. environment.Nodes.Select(node => new ExpectedValue(Nodes, "nodename", node.Name, 1)),
        .. from service in environment.Services
           let tasks = environment.DesiredTasks(service)
           where tasks is not null
           select new ExpectedValue(Tasks, "service", service.Name, tasks.Value),
        .. from service in environment.Services
           let tasks = environment.DesiredTasks(service)
           where tasks is not null && service.Metrics is not null
           select new ExpectedValue(Targets, "job", service.Name, tasks.Value),
    ];
}
