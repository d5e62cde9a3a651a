namespace Infra.Monitoring.Catalogue;

/// <summary>
/// The image of every monitoring service, each with an exact tag, so that an upgrade is one line here.
/// Tags were read from each project's own releases in August 2026 (Grafana: September 2026).
/// </summary>
public static class MonitoringImages
{
    /// <summary>Prometheus 3.</summary>
    public const string Prometheus = "prom/prometheus:v3.14.0";

    /// <summary>Alertmanager.</summary>
    public const string Alertmanager = "prom/alertmanager:v0.34.0";

    /// <summary>Grafana.</summary>
    public const string Grafana = "grafana/grafana:13.2.3";

    /// <summary>Metrics of a node.</summary>
    public const string NodeExporter = "prom/node-exporter:v1.12.1";

    /// <summary>Metrics of containers; before 0.55 it finds no names on Docker 29 (google/cadvisor#3643, #3796).</summary>
    public const string CAdvisor = "ghcr.io/google/cadvisor:v0.60.5";

    /// <summary>Metrics of Postgres.</summary>
    public const string PostgresExporter = "quay.io/prometheuscommunity/postgres-exporter:v0.20.1";

    /// <summary>Probes of public addresses.</summary>
    public const string BlackboxExporter = "prom/blackbox-exporter:v0.28.0";

    /// <summary>Metrics of work that ends.</summary>
    public const string Pushgateway = "prom/pushgateway:v1.11.1";

    /// <summary>socat, which passes a TCP connection on.</summary>
    public const string Socat = "alpine/socat:1.8.0.3";
}
