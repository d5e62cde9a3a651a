namespace Infra.Monitoring.Dashboards;

/// <summary>Machines: CPU, memory, disks, network.</summary>
public static class NodesDashboard
{
    // Gives every series of an instance the name of its node, and keeps the chosen nodes only.
    private const string Chosen = """* on (instance) group_left (nodename) node_uname_info{nodename=~"$node"}""";

    private const string Disks = """fstype=~"ext[234]|xfs|btrfs" """;

    /// <summary>The page. Network comes from cAdvisor, because node-exporter sees its own container's network only.</summary>
    public static Dashboard Of(bool containers) => new("lhd-nodes", "Nodes",
    [
        new("CPU in use", "percentunit", new PanelQuery($$"""
            (1 - avg by (instance) (rate(node_cpu_seconds_total{mode="idle"}[$__rate_interval]))) {{Chosen}}
            """, "{{nodename}}")),
        new("Load by CPU", "short", new PanelQuery($$"""
            node_load5 / on (instance) count by (instance) (node_cpu_seconds_total{mode="idle"}) {{Chosen}}
            """, "{{nodename}}")),
        new("Memory in use", "percentunit", new PanelQuery($"""
            (1 - node_memory_MemAvailable_bytes / node_memory_MemTotal_bytes) {Chosen}
            """, "{{nodename}}")),
        new("Memory available", "bytes", new PanelQuery($"node_memory_MemAvailable_bytes {Chosen}", "{{nodename}}")),
        new("Disk in use", "percentunit", new PanelQuery($$"""
            (1 - node_filesystem_avail_bytes{{{Disks.Trim()}}} / node_filesystem_size_bytes{{{Disks.Trim()}}}) {{Chosen}}
            """, "{{nodename}} {{mountpoint}}")),
        new("Disk reads and writes", "Bps",
            new PanelQuery($"rate(node_disk_read_bytes_total[$__rate_interval]) {Chosen}", "{{nodename}} {{device}} read"),
            new PanelQuery($"rate(node_disk_written_bytes_total[$__rate_interval]) {Chosen}", "{{nodename}} {{device}} written")),
        new("Disk busy", "percentunit", new PanelQuery(
            $"rate(node_disk_io_time_seconds_total[$__rate_interval]) {Chosen}", "{{nodename}} {{device}}")),
        new("Processes killed for lack of memory", "short", new PanelQuery($"increase(node_vmstat_oom_kill[1h]) {Chosen}", "{{nodename}}")),
        .. containers ? [Network] : Array.Empty<Panel>(),
    ])
    {
        Variable = new("node", "node_uname_info", "nodename"),
    };

    private static Panel Network { get; } = new("Network", "Bps",
        new PanelQuery("""rate(container_network_receive_bytes_total{id="/",interface=~"e.+"}[$__rate_interval])""", "{{instance}} {{interface}} in"),
        new PanelQuery("""rate(container_network_transmit_bytes_total{id="/",interface=~"e.+"}[$__rate_interval])""", "{{instance}} {{interface}} out"))
    {
        Width = 24,
    };
}
