using System.Text.Json.Nodes;

namespace Monitoring.Tests;

/// <summary>Every query of the emitted dashboards and alerts.</summary>
public static class Queries
{
    /// <summary>The queries of the dashboards, with Grafana's own variables filled in as Grafana would.</summary>
    public static IEnumerable<string> OfDashboards(Emitted emitted) =>
        from config in emitted.Configs
        where config.Key.StartsWith("grafana-dashboard-", StringComparison.Ordinal)
        from panel in JsonNode.Parse(config.Value)!["panels"]!.AsArray()
        from target in panel!["targets"]!.AsArray()
        select target!["expr"]!.GetValue<string>().Replace("$__rate_interval", "2m", StringComparison.Ordinal);

    /// <summary>The expressions of the alerts.</summary>
    public static IEnumerable<string> OfAlerts(Emitted emitted) =>
        emitted.Configs["prometheus-alert-rules"].Split("- alert: ").Skip(1)
            .Select(rule => rule.Split("expr: |\n")[1].Split("\n        for: ")[0]);
}
