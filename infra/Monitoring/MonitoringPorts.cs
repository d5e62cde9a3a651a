namespace Infra.Monitoring;

/// <summary>Where the monitoring services listen, each on its own address: https://github.com/prometheus/prometheus/wiki/Default-port-allocations.</summary>
public static class MonitoringPorts
{
    /// <summary>Prometheus' pages, API and own metrics.</summary>
    public const int Prometheus = 9090;

    /// <summary>Alertmanager's pages, API and own metrics.</summary>
    public const int Alertmanager = 9093;

    /// <summary>Grafana's pages and own metrics.</summary>
    public const int Grafana = 3000;

    /// <summary>Metrics of a node.</summary>
    public const int NodeExporter = 9100;

    /// <summary>Metrics of containers.</summary>
    public const int CAdvisor = 8080;

    /// <summary>Metrics of Postgres.</summary>
    public const int PostgresExporter = 9187;

    /// <summary>Probes, and the exporter's own metrics.</summary>
    public const int BlackboxExporter = 9115;

    /// <summary>Metrics of backups and drills.</summary>
    public const int Pushgateway = 9091;

    /// <summary>Metrics of a Docker Engine.</summary>
    public const int EngineMetrics = 9323;
}
