using Infra.Settings;

namespace Infra.Tests.Monitoring;

public sealed class MonitoringSettingsTests
{
    [Theory]
    [InlineData("metricsRetention", "forever", "'forever' is not a time")]
    [InlineData("metricsRetention", "0d", "'0d' is not a time")]
    [InlineData("metricsRetentionSize", "4 GB", "'4 GB' is not a size")]
    [InlineData("metricsRetentionSize", "100MB", "100MB does not hold two hours of metrics")]
    [InlineData("metricsVolume", "/mnt/data", "'/mnt/data' cannot be a volume's name")]
    [InlineData("prometheusMemory", "64", "64 is not between 192 and 65536")]
    [InlineData("grafanaMemory", "64", "64 is not between 128 and 4096")]
    [InlineData("slackChannel", "alerts", "'alerts' is not # and up to 80 small letters, digits, - or _")]
    [InlineData("grafana", "yes", "'yes' is neither true nor false")]
    public void Refuses(string key, string value, string why)
    {
        var problem = Assert.Single(Problems(key, value));

        Assert.Equal((key, why), (problem.Key, problem.Why));
        Assert.Contains("e.g. ", problem.Fix, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("metricsRetention", "36h")]
    [InlineData("metricsRetentionSize", "512MB")]
    [InlineData("slackChannel", "#on-call_1")]
    public void Accepts(string key, string value) => Assert.Empty(Problems(key, value));

    private static IReadOnlyCollection<SettingsProblem> Problems(string key, string value)
    {
        var values = new Dictionary<string, string>(StackFiles.Values("staging")) { [key] = value };
        var source = new SettingsSource(values, StackFiles.SecretKeys, _ => throw new InvalidOperationException("monitoring reads no secret"));
        _ = source.Section(MonitoringSettings.Read);
        return source.Problems;
    }
}
