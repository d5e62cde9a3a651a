namespace Infra.Monitoring.Alerts;

/// <summary>Alerts about machines, from node-exporter, by the node's name.</summary>
public static class NodeAlerts
{
    // Gives every series of an instance the name of its node.
    private const string Named = "* on (instance) group_left (nodename) node_uname_info";

    private const string Disks = """fstype=~"ext[234]|xfs|btrfs" """;

    private static readonly string Free = $"node_filesystem_avail_bytes{{{Disks.Trim()}}} / node_filesystem_size_bytes{{{Disks.Trim()}}}";

    /// <summary>The rules.</summary>
    public static IReadOnlyList<AlertRule> Rules { get; } =
    [
        new("NodeDown", Severity.Critical, $"""
            {ExpectedValue.Nodes} unless on (nodename)
              (node_uname_info and on (instance) up{Job(MonitoringNames.NodeExporter)} == 1)
            """)
        {
            For = "3m",
            Summary = "Node {{ $labels.nodename }} does not report",
            Description = "Its metrics have been missing for 3 minutes: the node, its Docker Engine or its network is down, "
                + "and its tasks are gone or moving to other nodes.",
        },
        new("NodeCpuHigh", Severity.Warning, $$"""
            (1 - avg by (instance) (rate(node_cpu_seconds_total{mode="idle"}[5m])))
              {{Named}} > 0.85
            """)
        {
            For = "15m",
            Summary = "Node {{ $labels.nodename }} has used {{ $value | humanizePercentage }} of its CPU for 15 minutes",
            Description = "Requests wait for the CPU. Find the busiest service on the dashboard Services.",
        },
        new("NodeMemoryLow", Severity.Warning, $"""
            node_memory_MemAvailable_bytes / node_memory_MemTotal_bytes
              {Named} < 0.10
            """)
        {
            For = "10m",
            Summary = "Node {{ $labels.nodename }} has {{ $value | humanizePercentage }} of its memory left",
            Description = "The kernel is about to kill tasks. Find the service that grows on the dashboard Services.",
        },
        new("NodeOutOfMemory", Severity.Critical, $"""
            increase(node_vmstat_oom_kill[15m])
              {Named} > 0
            """)
        {
            For = "0m",
            Summary = "Node {{ $labels.nodename }} killed a process for lack of memory",
            Description = "A service reached its memory limit, or the node has none left. Swarm starts the task again, and it may happen again.",
        },
        new("DiskFull", Severity.Critical, $"""
            {Free}
              {Named} < 0.10
            """)
        {
            For = "5m",
            Summary = "{{ $labels.mountpoint }} of node {{ $labels.nodename }} has {{ $value | humanizePercentage }} left",
            Description = "Postgres stops when it cannot write, and Docker cannot start tasks. Free space or grow the volume now.",
        },
        new("DiskFilling", Severity.Warning, $$"""
            (
              predict_linear(node_filesystem_avail_bytes{{{Disks.Trim()}}}[6h], 24 * 3600) < 0
              and {{Free}} < 0.40
            )
              {{Named}}
            """)
        {
            For = "1h",
            Summary = "{{ $labels.mountpoint }} of node {{ $labels.nodename }} will be full within a day",
            Description = "At the pace of the last 6 hours. Find what grows before it becomes DiskFull.",
        },
    ];

    private static string Job(string name) => $$"""{job="{{name}}"}""";
}
