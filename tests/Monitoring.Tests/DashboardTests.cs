using System.Text.Json;
using System.Text.Json.Nodes;
using Tests.Support;

namespace Monitoring.Tests;

public sealed class DashboardTests
{
    [RequiresToolFact("promtool")]
    public async Task Every_query_is_valid_PromQL()
    {
        var rules = Queries.OfDashboards(await Emitted.StagingAsync()).Select((query, index) => new { record = $"query:{index}", expr = query });
        var file = JsonSerializer.Serialize(new { groups = new[] { new { name = "queries", rules } } });

        var output = await Tool.AcceptFileAsync("promtool", file, "check", "rules", "{}");

        Assert.Contains("rules found", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("containerMetrics", "grafana-dashboard-lhd-services")]
    [InlineData("urlProbes", "grafana-dashboard-lhd-urls")]
    public async Task A_page_goes_with_its_exporter(string setting, string page)
    {
        Assert.Contains(page, (await Emitted.StagingAsync()).Configs.Keys);
        Assert.DoesNotContain(page, (await Emitted.StagingAsync((setting, "false"))).Configs.Keys);
    }

    [Fact]
    public async Task There_is_a_page_for_nodes_services_Postgres_Traefik_and_public_urls() => Assert.Equal(
        ["lhd-nodes", "lhd-postgres", "lhd-services", "lhd-traefik", "lhd-urls"],
        (await Emitted.StagingAsync()).Configs.Where(config => config.Key.StartsWith("grafana-dashboard-", StringComparison.Ordinal))
            .Select(config => JsonNode.Parse(config.Value)!["uid"]!.GetValue<string>()).Order(StringComparer.Ordinal));

    [Fact]
    public void Metric_names_are_told_from_labels_functions_and_keywords() => Assert.Equal(
        ["a_total", "b:c"],
        PromQlNames.In("""sum by (x, y) (rate(a_total{z="d e"}[5m])) / on (x) group_left (w) (b:c > 0) and vector(1)"""));
}
