namespace Infra.Monitoring.Alerts;

/// <summary>Alerts about services and the swarm, from cAdvisor and the Docker Engines, as far as they are on.</summary>
public static class SwarmAlerts
{
    /// <summary>The rules that the environment's exporters can answer.</summary>
    public static IEnumerable<AlertRule> Of(WatchedEnvironment environment)
    {
        var containers = environment.Has(MonitoringNames.CAdvisor);
        var engines = environment.Has(MonitoringNames.EngineMetrics);
        return
        [
            .. containers ? [ReplicasBelowDesired(environment.Nodes.Count), RestartLoop] : Array.Empty<AlertRule>(),
            .. engines ? SwarmRules : [],
            .. engines && !containers ? [TasksBelowDesired] : Array.Empty<AlertRule>(),
        ];
    }

    // Counts only while every node's containers are seen: a missing cAdvisor is TargetMissing, not a missing replica of everything.
    private static AlertRule ReplicasBelowDesired(int nodes) => new("ServiceReplicasBelowDesired", Severity.Critical, $$"""
        {{ExpectedValue.Tasks}} - on (service) (
          count by (service) (container_last_seen{service!=""} > time() - 120)
          or {{ExpectedValue.Tasks}} * 0
        ) > 0
        and on () count(up{job="{{MonitoringNames.CAdvisor}}"} == 1) >= {{nodes}}
        """)
    {
        For = "5m",
        Summary = "Service {{ $labels.service }} lacks {{ $value }} of its tasks",
        Description = "Swarm cannot start them, or they die: the image is not pulled, no node fits, or the health check fails.",
    };

    private static AlertRule RestartLoop { get; } = new("TaskRestartLoop", Severity.Critical, $$"""
        count by (service) (
          group by (service, id) (last_over_time(container_start_time_seconds{service!=""}[15m]))
        ) > on (service) 2 * {{ExpectedValue.Tasks}} + 2
        """)
    {
        For = "0m",
        Summary = "Service {{ $labels.service }} had {{ $value }} containers within 15 minutes",
        Description = "Its tasks start and die again; a rollout alone replaces each task once. Read the last task's log.",
    };

    private static AlertRule TasksBelowDesired { get; } = new("TasksBelowDesired", Severity.Critical, $$"""
        sum({{ExpectedValue.Tasks}}) - max(swarm_manager_tasks_total{state="running"}) > 0
        """)
    {
        For = "5m",
        Summary = "The swarm lacks {{ $value }} of its tasks",
        Description = "Some service runs fewer tasks than it should; docker service ls on a manager says which.",
    };

    private static IReadOnlyList<AlertRule> SwarmRules { get; } =
    [
        new("SwarmNodeNotReady", Severity.Critical, """
            max by (state) (swarm_manager_nodes{state!="ready"}) > 0
            """)
        {
            For = "5m",
            Summary = "{{ $value }} node(s) of the swarm are {{ $labels.state }}",
            Description = "The managers do not hear from them, so their tasks are started elsewhere. docker node ls on a manager says which.",
        },
        new("SwarmWithoutLeader", Severity.Critical, """
            (max(swarm_manager_leader) or vector(0)) < 1
            """)
        {
            For = "3m",
            Summary = "The swarm has no leader",
            Description = "Running tasks go on, but nothing is started, moved or updated: more than half of the managers must agree on a leader.",
        },
    ];
}
