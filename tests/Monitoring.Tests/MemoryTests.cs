using System.Text.RegularExpressions;
using Infra.Monitoring.Catalogue;
using Infra.Services;
using Infra.Settings;
using Infra.Tests;

namespace Monitoring.Tests;

public sealed partial class MemoryTests
{
    private static readonly IReadOnlyList<ServiceSpec> Everything = Describe(new Dictionary<string, string>(), hasBackups: true);

    [Fact]
    public void The_documented_costs_are_those_of_the_services()
    {
        var rows = Row().Matches(File.ReadAllText(Repository.PathOf("docs", "monitoring.md")))
            .ToDictionary(row => row.Groups["name"].Value, row => (int.Parse(row.Groups["reserved"].Value), int.Parse(row.Groups["limit"].Value)));

        foreach (var service in new[] { "prometheus", "alertmanager", "node-exporter", "postgres-exporter", "grafana", "pushgateway", "blackbox-exporter", "engine-metrics" })
            Assert.Equal(Sum(Everything.Where(spec => spec.Name == service)), rows[service]);
        Assert.Equal(Sum(Everything.Where(spec => spec.Name is "cadvisor" or "container-api")), rows["cadvisor, container-api"]);
        Assert.Equal(Sum(Describe(Off)), rows["**always**"]);
        Assert.Equal(Sum(Everything), rows["**everything**"]);
    }

    [Fact]
    public void Limits_are_those_of_the_settings()
    {
        var specs = Describe(new Dictionary<string, string> { ["prometheusMemory"] = "512", ["grafanaMemory"] = "300" });

        Assert.Equal(512, specs.Single(spec => spec.Name == "prometheus").Resources.MemoryMiB);
        Assert.Equal(300, specs.Single(spec => spec.Name == "grafana").Resources.MemoryMiB);
    }

    [Fact]
    public void Retention_and_volume_are_those_of_the_settings()
    {
        var prometheus = Describe(new Dictionary<string, string>
        {
            ["metricsRetention"] = "90d",
            ["metricsRetentionSize"] = "20GB",
            ["metricsVolume"] = "long-term",
        }).Single(spec => spec.Name == "prometheus");

        Assert.Contains("--storage.tsdb.retention.time=90d", prometheus.Args);
        Assert.Contains("--storage.tsdb.retention.size=20GB", prometheus.Args);
        Assert.Equal([Mount.Volume("long-term", "/prometheus")], prometheus.Mounts);
    }

    private static Dictionary<string, string> Off { get; } =
        new[] { "grafana", "containerMetrics", "engineMetrics", "urlProbes" }.ToDictionary(setting => setting, _ => "false");

    private static IReadOnlyList<ServiceSpec> Describe(IReadOnlyDictionary<string, string> changes, bool hasBackups = false)
    {
        var values = new Dictionary<string, string>(StackFiles.Values("staging"));
        foreach (var (key, value) in changes)
            values[key] = value;
        var settings = MonitoringSettings.Read(new SettingsSource(values, StackFiles.SecretKeys, _ => throw new InvalidOperationException("monitoring reads no secret")));
        return MonitoringCatalogue.Describe(new(settings, "test", [], [], service => $"{service}.example.com") { Database = new("postgres", "app", "monitoring"), HasBackups = hasBackups });
    }

    private static (int Reserved, int Limit) Sum(IEnumerable<ServiceSpec> specs) => specs.Aggregate(
        (Reserved: 0, Limit: 0),
        (sum, spec) => (sum.Reserved + spec.Resources.ReservedMemoryMiB, sum.Limit + spec.Resources.MemoryMiB));

    [GeneratedRegex(@"^\| (?<name>[^|]+?) \| \**(?<reserved>\d+)\** \| \**(?<limit>\d+)\** \|", RegexOptions.Multiline, 1000)]
    private static partial Regex Row();
}
