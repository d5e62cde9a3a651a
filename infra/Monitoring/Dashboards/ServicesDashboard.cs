using Infra.Monitoring.Alerts;

namespace Infra.Monitoring.Dashboards;

/// <summary>Swarm services: tasks, CPU, memory, network, by cAdvisor and, when it is on, the Docker Engines.</summary>
public static class ServicesDashboard
{
    /// <summary>The page.</summary>
    public static Dashboard Of(bool engines) => new("lhd-services", "Services",
    [
        new("Tasks running", "short", new PanelQuery("""
            count by (service) (container_last_seen{service=~"$service"} > time() - 120)
            """, "{{service}}")),
        new("Tasks missing", "short", new PanelQuery($$"""
            {{ExpectedValue.Tasks}}{service=~"$service"}
              - on (service) count by (service) (container_last_seen{service!=""} > time() - 120)
            """, "{{service}}")),
        new("CPU", "short", new PanelQuery("""
            sum by (service) (rate(container_cpu_usage_seconds_total{service=~"$service"}[$__rate_interval]))
            """, "{{service}}")),
        new("CPU held back by its limit", "percentunit", new PanelQuery("""
            sum by (service) (rate(container_cpu_cfs_throttled_periods_total{service=~"$service"}[$__rate_interval]))
              / sum by (service) (rate(container_cpu_cfs_periods_total{service=~"$service"}[$__rate_interval]))
            """, "{{service}}")),
        new("Memory", "bytes", new PanelQuery("""
            sum by (service) (container_memory_working_set_bytes{service=~"$service"})
            """, "{{service}}")),
        new("Memory, of its limit", "percentunit", new PanelQuery("""
            max by (service) (container_memory_working_set_bytes{service=~"$service"} / (container_spec_memory_limit_bytes{service=~"$service"} > 0))
            """, "{{service}}")),
        new("Network", "Bps",
            new PanelQuery("""
                sum by (service) (rate(container_network_receive_bytes_total{service=~"$service"}[$__rate_interval]))
                """, "{{service}} in"),
            new PanelQuery("""
                sum by (service) (rate(container_network_transmit_bytes_total{service=~"$service"}[$__rate_interval]))
                """, "{{service}} out")),
        new("Containers within 15 minutes", "short", new PanelQuery("""
            count by (service) (group by (service, id) (last_over_time(container_start_time_seconds{service=~"$service"}[15m])))
            """, "{{service}}")),
        .. engines ? Engines : [],
    ])
    {
        Variable = new("service", ExpectedValue.Tasks, "service"),
    };

    private static IReadOnlyList<Panel> Engines { get; } =
    [
        new("Nodes by state", "short", new PanelQuery("max by (state) (swarm_manager_nodes)", "{{state}}")),
        new("Failed health checks", "short", new PanelQuery("sum(increase(engine_daemon_health_checks_failed_total[5m]))", "all nodes")),
    ];
}
