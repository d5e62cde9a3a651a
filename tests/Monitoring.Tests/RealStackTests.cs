using System.Text.Json.Nodes;
using Infra.Monitoring;
using Tests.Support;

namespace Monitoring.Tests;

public sealed class RealStackTests
{
    private static readonly string[] RunHere =
    [
        MonitoringNames.Alertmanager, MonitoringNames.BlackboxExporter, MonitoringNames.CAdvisor, MonitoringNames.NodeExporter,
        MonitoringNames.PostgresExporter, PrometheusConfig.ProbeJob, MonitoringNames.Prometheus,
    ];

    [RequiresToolFact(
        "prometheus", "prometheus-alertmanager", "prometheus-node-exporter", "prometheus-blackbox-exporter", "prometheus-postgres-exporter", "runuser")]
    public async Task Metrics_are_read_and_an_alert_reaches_Slack()
    {
        await using var stack = new RunningStack();
        await stack.StartAsync();

        var up = await stack.QueryUntilAsync("count by (job) (up == 1)", answer => answer.Count == RunHere.Length);
        Assert.True(RunHere.SequenceEqual(up.Select(Job).Order(StringComparer.Ordinal)), $"up: {up.ToJsonString()}\n{stack.Log()}");
        Assert.Equal("1", Value(Assert.Single(await stack.QueryUntilAsync("max(pg_up)", answer => answer.Count == 1))));

        await AssertSlackIsToldAsync(stack);
        await AssertMetricsExistAsync(stack);
    }

    private static async Task AssertSlackIsToldAsync(RunningStack stack)
    {
        for (var second = 0; second < 120 && !stack.Slack.Posted.Any(body => body.Contains("TaskRestartLoop", StringComparison.Ordinal)); second++)
            await Task.Delay(TimeSpan.FromSeconds(1));
        var body = stack.Slack.Posted.FirstOrDefault(posted => posted.Contains("TaskRestartLoop", StringComparison.Ordinal));
        Assert.True(body is not null, $"Slack was told nothing\n{stack.Log()}");

        var message = JsonNode.Parse(body!)!;
        var attachment = message["attachments"]![0]!;
        Assert.Equal("#alerts", message["channel"]!.GetValue<string>());
        Assert.Equal("lhd", message["username"]!.GetValue<string>());
        Assert.Equal("CRITICAL TaskRestartLoop (lhd-staging)", attachment["title"]!.GetValue<string>());
        Assert.Contains("Service lucky had 12 containers within 15 minutes", attachment["text"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    /// <summary>Dashboards and alerts name only what the running exporters show, or what a list from an exporter's documentation has.</summary>
    private static async Task AssertMetricsExistAsync(RunningStack stack)
    {
        var emitted = await Emitted.StagingAsync();
        var known = new HashSet<string>(Listed(), StringComparer.Ordinal) { "up" };
        foreach (var service in RunHere.Where(stack.Ports.ContainsKey))
            known.UnionWith(Names(await stack.TextAsync(service, "/metrics")));
        var target = Uri.EscapeDataString($"http://127.0.0.1:{stack.Ports[MonitoringNames.NodeExporter]}/");
        known.UnionWith(Names(await stack.TextAsync(MonitoringNames.BlackboxExporter, $"/probe?module=http_succeeds&target={target}")));

        var named = Queries.OfDashboards(emitted).Concat(Queries.OfAlerts(emitted)).SelectMany(PromQlNames.In).Distinct();

        Assert.Empty(named.Except(known));
    }

    private static IEnumerable<string> Listed() => Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Metrics"))
        .SelectMany(File.ReadAllLines)
        .Where(line => !line.StartsWith('#'));

    private static IEnumerable<string> Names(string? page) => (page ?? string.Empty).Split('\n')
        .Where(line => line.Length > 0 && !line.StartsWith('#'))
        .Select(line => line[..line.IndexOfAny(['{', ' '])]);

    private static string Job(JsonNode? sample) => sample!["metric"]!["job"]!.GetValue<string>();

    private static string Value(JsonNode? sample) => sample!["value"]![1]!.GetValue<string>();
}
