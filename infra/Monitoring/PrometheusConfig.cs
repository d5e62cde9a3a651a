namespace Infra.Monitoring;

/// <summary>
/// Pure: Prometheus' own configuration. It holds only what Prometheus 2.42 understands as well, so that it can be checked by the
/// tools of a Debian release. See https://prometheus.io/docs/prometheus/latest/configuration/configuration/.
/// </summary>
public static class PrometheusConfig
{
    /// <summary>Path of the alert rules in the container.</summary>
    public const string RulesPath = "/etc/prometheus/rules.yml";

    /// <summary>The job of the probes of public addresses.</summary>
    public const string ProbeJob = "probe";

    /// <summary>Time between two readings; alert rules use ranges of at least four of them.</summary>
    public static readonly TimeSpan ScrapeInterval = TimeSpan.FromSeconds(30);

    /// <summary>The whole file.</summary>
    public static string Render(WatchedEnvironment environment) => $$"""
        global:
          scrape_interval: {{ScrapeInterval.TotalSeconds}}s
          scrape_timeout: 15s
          evaluation_interval: {{ScrapeInterval.TotalSeconds}}s
          external_labels:
            environment: {{YamlScalar.Quote(environment.Name)}}
        rule_files:
          - {{RulesPath}}
        alerting:
          alertmanagers:
            - dns_sd_configs:
                - names: [tasks.{{MonitoringNames.Alertmanager}}]
                  type: A
                  port: {{MonitoringPorts.Alertmanager}}
        scrape_configs:
        {{YamlScalar.Indent(string.Concat(Jobs(environment)).TrimEnd(), 2)}}

        """;

    private static IEnumerable<string> Jobs(WatchedEnvironment environment)
    {
        var jobs = ScrapeJob.Of(environment).OrderBy(job => job.Service, StringComparer.Ordinal).Select(Job);
        var probes = UrlProbe.Of(environment).ToList();
        return environment.Has(MonitoringNames.BlackboxExporter) && probes.Count > 0 ? [.. jobs, Probes(probes)] : jobs;
    }

    private static string Job(ScrapeJob job) => $$"""
        - job_name: {{job.Service}}
          metrics_path: {{YamlScalar.Quote(job.Metrics.Path)}}
          dns_sd_configs:
            - names: [{{job.TaskName}}]
              type: A
              port: {{job.Metrics.Port}}
        {{(job.Service == MonitoringNames.CAdvisor ? ServiceLabel : string.Empty)}}
        """.TrimEnd() + "\n";

    // Docker's long label becomes a short one; the other container labels would only multiply the series' size.
    private const string ServiceLabel = """
          metric_relabel_configs:
            - source_labels: [container_label_com_docker_swarm_service_name]
              target_label: service
            - regex: container_label_.+|image
              action: labeldrop
        """;

    private static string Probes(IEnumerable<UrlProbe> probes) => $$"""
        - job_name: {{ProbeJob}}
          scrape_interval: 60s
          metrics_path: /probe
          static_configs:
        {{string.Join('\n', probes.GroupBy(probe => probe.Expectation).OrderBy(group => group.Key).Select(Targets))}}
          relabel_configs:
            - source_labels: [__address__]
              target_label: __param_target
            - source_labels: [__address__]
              target_label: instance
            - target_label: __address__
              replacement: {{MonitoringNames.BlackboxExporter}}:{{MonitoringPorts.BlackboxExporter}}

        """;

    private static string Targets(IGrouping<ProbeExpectation, UrlProbe> probes) => $$"""
            - targets: {{YamlScalar.List(probes.Select(probe => probe.Url).Order(StringComparer.Ordinal))}}
              labels:
                __param_module: {{BlackboxConfig.Module(probes.Key)}}
        """;
}
