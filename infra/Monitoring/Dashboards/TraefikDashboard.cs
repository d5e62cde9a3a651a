namespace Infra.Monitoring.Dashboards;

/// <summary>What users get: requests, errors, waiting, by service behind Traefik.</summary>
public static class TraefikDashboard
{
    /// <summary>The page.</summary>
    public static Dashboard Page { get; } = new("lhd-traefik", "Traefik",
    [
        new("Requests", "reqps", new PanelQuery("""
            sum by (service) (rate(traefik_service_requests_total{service=~"$service"}[$__rate_interval]))
            """, "{{service}}")),
        new("Server errors", "percentunit", new PanelQuery("""
            sum by (service) (rate(traefik_service_requests_total{service=~"$service",code=~"5.."}[$__rate_interval]))
              / sum by (service) (rate(traefik_service_requests_total{service=~"$service"}[$__rate_interval]))
            """, "{{service}}")),
        new("Time to answer, 95 of 100", "s", new PanelQuery("""
            histogram_quantile(0.95, sum by (service, le) (
              rate(traefik_service_request_duration_seconds_bucket{service=~"$service",protocol!="websocket"}[$__rate_interval])))
            """, "{{service}}")),
        new("Time to answer, half", "s", new PanelQuery("""
            histogram_quantile(0.5, sum by (service, le) (
              rate(traefik_service_request_duration_seconds_bucket{service=~"$service",protocol!="websocket"}[$__rate_interval])))
            """, "{{service}}")),
        new("Answers by code", "reqps", new PanelQuery("""
            sum by (code) (rate(traefik_entrypoint_requests_total[$__rate_interval]))
            """, "{{code}}")),
        new("Open connections", "short", new PanelQuery("sum by (entrypoint, protocol) (traefik_open_connections)", "{{entrypoint}} {{protocol}}")),
        new("Traffic", "Bps",
            new PanelQuery("""
                sum by (service) (rate(traefik_service_requests_bytes_total{service=~"$service"}[$__rate_interval]))
                """, "{{service}} in"),
            new PanelQuery("""
                sum by (service) (rate(traefik_service_responses_bytes_total{service=~"$service"}[$__rate_interval]))
                """, "{{service}} out")),
        new("Origin certificate expires in", "s", new PanelQuery("min by (cn) (traefik_tls_certs_not_after) - time()", "{{cn}}"))
        {
            Kind = PanelKind.Stat,
            Width = 6,
        },
        new("Last good configuration, ago", "s", new PanelQuery("time() - max(traefik_config_last_reload_success)", "age"))
        {
            Kind = PanelKind.Stat,
            Width = 6,
        },
    ])
    {
        Variable = new("service", "traefik_service_requests_total", "service"),
    };
}
