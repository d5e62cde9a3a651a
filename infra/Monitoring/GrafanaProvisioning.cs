using Infra.Monitoring.Dashboards;

namespace Infra.Monitoring;

/// <summary>Pure: where Grafana finds data and dashboards. See https://grafana.com/docs/grafana/latest/administration/provisioning/.</summary>
public static class GrafanaProvisioning
{
    /// <summary>The data source file: Prometheus, over the metrics network.</summary>
    public static string DataSource { get; } = $"""
        apiVersion: 1
        prune: true
        datasources:
          - name: Prometheus
            uid: {DashboardJson.DataSource}
            type: prometheus
            access: proxy
            url: http://{MonitoringNames.Prometheus}:{MonitoringPorts.Prometheus}
            isDefault: true
            editable: false
            jsonData:
              httpMethod: POST
              timeInterval: {PrometheusConfig.ScrapeInterval.TotalSeconds}s

        """;

    /// <summary>The dashboard provider file: every page of a folder, read once.</summary>
    public static string Dashboards(string folder) => $"""
        apiVersion: 1
        providers:
          - name: lhd
            type: file
            disableDeletion: true
            allowUiUpdates: false
            options:
              path: {folder}

        """;
}
