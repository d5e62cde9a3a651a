using Infra.Monitoring;
using Infra.Monitoring.Alerts;
using Infra.Tests;
using Tests.Support;

namespace Monitoring.Tests;

public sealed class AlertRuleTests
{
    private const string Rules = "prometheus-alert-rules";

    public static TheoryData<string> Cases { get; } =
        [.. Directory.GetFiles(CaseFolder, "*.test.yml").Select(path => Path.GetFileName(path).Replace(".test.yml", "", StringComparison.Ordinal)).Order()];

    private static string CaseFolder => Path.Combine(AppContext.BaseDirectory, "Cases");

    [RequiresToolTheory("promtool")]
    [MemberData(nameof(Cases))]
    public async Task Fires_when_it_must_and_is_silent_when_it_must_not(string alert)
    {
        using var folder = new EmittedFolder(new Dictionary<string, string> { ["alert-rules.yml"] = await RulesWithAsync(alert) });
        var cases = folder.PathOf("cases.yml");
        File.Copy(CaseFile(alert), cases);

        var result = await Tool.RunAsync("promtool", "test", "rules", cases);

        Assert.True(result.ExitCode == 0, result.Output);
    }

    [Fact]
    public async Task Every_alert_has_a_case_in_which_it_fires_and_one_in_which_it_is_silent()
    {
        foreach (var alert in await AlertsAsync())
        {
            var text = File.Exists(CaseFile(alert)) ? await File.ReadAllTextAsync(CaseFile(alert)) : string.Empty;
            Assert.True(text.Contains("name: fires", StringComparison.Ordinal), $"no case in which {alert} fires");
            Assert.True(alert == "Watchdog" || text.Contains("name: is silent", StringComparison.Ordinal), $"no case in which {alert} is silent");
        }
    }

    [Fact]
    public async Task Every_alert_has_a_section_in_the_runbook()
    {
        var headings = (await File.ReadAllLinesAsync(Repository.PathOf("docs", "monitoring.md"))).Where(line => line.StartsWith("### ", StringComparison.Ordinal));

        Assert.Empty((await AlertsAsync()).Except(headings.Select(line => line[4..])));
    }

    private static string CaseFile(string alert) => Path.Combine(CaseFolder, $"{alert}.test.yml");

    /// <summary>The alerts of the stack as it is, and of the stack without container metrics, which has one more.</summary>
    private static async Task<IReadOnlyList<string>> AlertsAsync() =>
    [
        .. new[] { await StagingAsync(), await StagingAsync(("containerMetrics", "false")), WithBackups() }
            .SelectMany(rules => rules.Split('\n'))
            .Where(line => line.Contains("- alert: ", StringComparison.Ordinal))
            .Select(line => line.Split(": ")[1])
            .Distinct(),
    ];

    private static async Task<string> RulesWithAsync(string alert)
    {
        string[] candidates = [await StagingAsync(), await StagingAsync(("containerMetrics", "false")), WithBackups()];
        return candidates.First(rules => rules.Contains($"- alert: {alert}\n", StringComparison.Ordinal));
    }

    private static async Task<string> StagingAsync(params (string Key, string? Value)[] changes) => (await Emitted.StagingAsync(changes)).Configs[Rules];

    private static string WithBackups() => RuleFile.Render(new WatchedEnvironment("staging", [], []) { HasBackups = true });
}
