namespace Infra.Monitoring.Dashboards;

/// <summary>Public addresses, seen through DNS and Cloudflare as a client sees them.</summary>
public static class UrlsDashboard
{
    /// <summary>The page.</summary>
    public static Dashboard Page { get; } = new("lhd-urls", "Public URLs",
    [
        new("Answers as it should", "bool_yes_no", new PanelQuery("probe_success", "{{instance}}")) { Kind = PanelKind.StateTimeline, Width = 24 },
        new("Answered, of the last day", "percentunit", new PanelQuery("avg_over_time(probe_success[1d])", "{{instance}}")) { Kind = PanelKind.Stat },
        new("Certificate expires in", "s", new PanelQuery("probe_ssl_earliest_cert_expiry - time()", "{{instance}}")) { Kind = PanelKind.Stat },
        new("Time to answer", "s", new PanelQuery("probe_duration_seconds", "{{instance}}")),
        new("Status code", "short", new PanelQuery("probe_http_status_code", "{{instance}}")),
        new("Where the time goes", "s", new PanelQuery("avg by (phase) (probe_http_duration_seconds)", "{{phase}}")) { Width = 24 },
    ]);
}
