namespace Infra.Monitoring.Alerts;

/// <summary>
/// Pure: expectations and alerts as the text of a rule file.
/// See https://prometheus.io/docs/prometheus/latest/configuration/alerting_rules/.
/// </summary>
public static class RuleFile
{
    /// <summary>The whole file for an environment.</summary>
    public static string Render(WatchedEnvironment environment) => $"""
        groups:
          - name: expected
            rules:
        {string.Join('\n', ExpectedValue.Of(environment).Select(Expectation))}
          - name: alerts
            rules:
        {string.Join('\n', AlertRules.Of(environment).Select(Alert))}

        """;

    private static string Expectation(ExpectedValue expected) => $"""
              - record: {expected.Series}
                expr: vector({expected.Value})
                labels:
                  {expected.Label}: {YamlScalar.Quote(expected.LabelValue)}
        """;

    private static string Alert(AlertRule rule) => $"""
              - alert: {rule.Name}
                expr: |
        {YamlScalar.Block(rule.Expression, 10)}
                for: {rule.For}
                labels:
                  severity: {rule.Severity.ToString().ToLowerInvariant()}
                annotations:
                  summary: {YamlScalar.Quote(rule.Summary)}
                  description: {YamlScalar.Quote(rule.Description)}
                  runbook: {rule.Runbook}
        """;
}
