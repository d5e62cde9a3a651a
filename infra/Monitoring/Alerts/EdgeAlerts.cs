namespace Infra.Monitoring.Alerts;

/// <summary>Alerts about what users see: answers, errors, waiting, certificates. From Traefik and the probes.</summary>
public static class EdgeAlerts
{
    // One request in ten seconds; below that a single failure would be a ratio of its own.
    private const string EnoughTraffic = "sum by (service) (rate(traefik_service_requests_total[5m])) > 0.1";

    /// <summary>The rules about requests and the origin certificate.</summary>
    public static IReadOnlyList<AlertRule> Rules { get; } =
    [
        new("HighErrorRatio", Severity.Critical, $$"""
            sum by (service) (rate(traefik_service_requests_total{code=~"5.."}[5m]))
              / sum by (service) (rate(traefik_service_requests_total[5m])) > 0.05
            and {{EnoughTraffic}}
            """)
        {
            For = "5m",
            Summary = "{{ $value | humanizePercentage }} of the requests to {{ $labels.service }} fail",
            Description = "They are answered with a server error (5xx). Compare with the last release, then read the service's log.",
        },
        new("HighLatency", Severity.Warning, $$"""
            histogram_quantile(0.95, sum by (service, le) (
              rate(traefik_service_request_duration_seconds_bucket{protocol!="websocket"}[5m])
            )) > 1.2
            and {{EnoughTraffic}}
            """)
        {
            For = "10m",
            Summary = "One request in twenty to {{ $labels.service }} takes longer than {{ $value | humanizeDuration }}",
            Description = "Look for slow queries on the dashboard Postgres and for a busy CPU on the dashboard Nodes.",
        },
        new("OriginCertificateNearExpiry", Severity.Warning, """
            min by (cn) (traefik_tls_certs_not_after) - time() < 21 * 86400
            """)
        {
            For = "1h",
            Summary = "The origin certificate {{ $labels.cn }} expires in {{ $value | humanizeDuration }}",
            Description = "After that Cloudflare refuses to connect and every host answers 526. It is renewed by replacing it with pulumi up.",
        },
    ];

    /// <summary>The rules about the probes of public addresses.</summary>
    public static IReadOnlyList<AlertRule> ProbeRules { get; } =
    [
        new("UrlDown", Severity.Critical, """
            probe_success == 0
            """)
        {
            For = "3m",
            Summary = "{{ $labels.instance }} does not answer as it should",
            Description = "DNS, Cloudflare, Traefik or the service is broken, or a page that needs a password is open. The probe's "
                + "debug page says which step failed.",
        },
        new("EdgeCertificateNearExpiry", Severity.Warning, """
            probe_ssl_earliest_cert_expiry - time() < 14 * 86400
            """)
        {
            For = "1h",
            Summary = "The certificate that {{ $labels.instance }} shows to clients expires in {{ $value | humanizeDuration }}",
            Description = "Cloudflare renews it by itself about a month before. That this did not happen is a matter for its dashboard.",
        },
    ];
}
