namespace Infra.Monitoring;

/// <summary>The name of every monitoring service, once; also its DNS name and its job in Prometheus.</summary>
public static class MonitoringNames
{
    /// <summary>Collects, stores and judges metrics.</summary>
    public const string Prometheus = "prometheus";

    /// <summary>Groups alerts and tells people.</summary>
    public const string Alertmanager = "alertmanager";

    /// <summary>Shows dashboards.</summary>
    public const string Grafana = "grafana";

    /// <summary>Metrics of a node.</summary>
    public const string NodeExporter = "node-exporter";

    /// <summary>Metrics of a node's containers.</summary>
    public const string CAdvisor = "cadvisor";

    /// <summary>A read-only part of the Docker API for cAdvisor, on the same node.</summary>
    public const string ContainerApi = "container-api";

    /// <summary>Metrics of Postgres.</summary>
    public const string PostgresExporter = "postgres-exporter";

    /// <summary>Holds the metrics of backups and drills, which nobody could read when they are over.</summary>
    public const string Pushgateway = "pushgateway";

    /// <summary>Asks for public addresses.</summary>
    public const string BlackboxExporter = "blackbox-exporter";

    /// <summary>Passes on the metrics of a node's Docker Engine.</summary>
    public const string EngineMetrics = "engine-metrics";
}
