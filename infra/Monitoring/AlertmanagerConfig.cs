using Infra.Secrets;

namespace Infra.Monitoring;

/// <summary>
/// Pure: who is told about which alert, and how often.
/// See https://prometheus.io/docs/alerting/latest/configuration/.
/// </summary>
public static class AlertmanagerConfig
{
    /// <summary>The receiver that tells nobody.</summary>
    public const string Nobody = "nobody";

    /// <summary>The receiver that posts to Slack.</summary>
    public const string Slack = "slack";

    /// <summary>The whole file. Without Slack every alert is kept and shown, and nobody is told.</summary>
    public static string Render(SlackSettings? slack)
    {
        var receiver = slack is null ? Nobody : Slack;
        return $$"""
            route:
              receiver: {{receiver}}
              group_by: [alertname]
              group_wait: 30s
              group_interval: 5m
              repeat_interval: 12h
              routes:
                - receiver: {{Nobody}}
                  matchers: [alertname="Watchdog"]
                - receiver: {{receiver}}
                  matchers: [severity="critical"]
                  group_wait: 10s
                  repeat_interval: 2h
            inhibit_rules:
              - source_matchers: [alertname="NodeDown"]
                target_matchers: [alertname=~"TargetMissing|ServiceReplicasBelowDesired|TasksBelowDesired|SwarmNodeNotReady"]
              - source_matchers: [alertname="PostgresDown"]
                target_matchers: [alertname=~"PostgresConnectionsNearLimit|BackupFailed|BackupTooOld|WalUploadTooOld"]
              - source_matchers: [alertname="DiskFull"]
                target_matchers: [alertname="DiskFilling"]
                equal: [nodename, mountpoint]
            receivers:
              - name: {{Nobody}}
            {{(slack is null ? string.Empty : SlackReceiver(slack))}}
            """.TrimEnd() + "\n";
    }

    private static string SlackReceiver(SlackSettings slack) => $$$"""
          - name: {{{Slack}}}
            slack_configs:
              - api_url_file: /run/secrets/{{{SecretNames.SlackUrl}}}
                channel: {{{YamlScalar.Quote(slack.Channel)}}}
                username: {{{YamlScalar.Quote(slack.User)}}}
                send_resolved: true
                title: '{{ if eq .Status "firing" }}{{ .CommonLabels.severity | toUpper }}{{ else }}RESOLVED{{ end }} {{ .CommonLabels.alertname }} ({{ .CommonLabels.environment }})'
                title_link: '{{ .ExternalURL }}/#/alerts?receiver={{ .Receiver }}'
                text: |-
                  {{ range .Alerts }}{{ .Annotations.summary }}
                  {{ .Annotations.description }}
                  Runbook: {{ .Annotations.runbook }}
                  {{ end }}
        """;
}
