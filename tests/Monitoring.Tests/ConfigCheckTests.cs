using Tests.Support;

namespace Monitoring.Tests;

public sealed class ConfigCheckTests
{
    [RequiresToolFact("promtool")]
    public Task Promtool_accepts_the_configuration_and_the_rules() =>
        AcceptedAsync("promtool", files => ["check", "config", files.PathOf("prometheus-prometheus")]);

    [RequiresToolFact("promtool")]
    public Task Promtool_accepts_what_is_left_when_the_heavy_parts_are_off() => AcceptedAsync(
        "promtool",
        files => ["check", "config", files.PathOf("prometheus-prometheus")],
        ("containerMetrics", "false"), ("engineMetrics", "false"), ("urlProbes", "false"), ("grafana", "false"));

    [RequiresToolFact("amtool")]
    public Task Amtool_accepts_the_configuration_with_Slack() =>
        AcceptedAsync("amtool", files => ["check-config", files.PathOf("alertmanager-alertmanager")]);

    [RequiresToolFact("amtool")]
    public Task Amtool_accepts_the_configuration_without_Slack() =>
        AcceptedAsync("amtool", files => ["check-config", files.PathOf("alertmanager-alertmanager")], ("slackUrl", null));

    [RequiresToolFact("prometheus-blackbox-exporter")]
    public Task The_blackbox_exporter_accepts_its_modules() => AcceptedAsync(
        "prometheus-blackbox-exporter", files => ["--config.check", $"--config.file={files.PathOf("blackbox-exporter-blackbox")}"]);

    private static async Task AcceptedAsync(
        string tool, Func<EmittedFolder, IReadOnlyList<string>> arguments, params (string Key, string? Value)[] changes)
    {
        using var files = new EmittedFolder((await Emitted.StagingAsync(changes)).Configs);

        var result = await Tool.RunAsync(tool, arguments(files));

        Assert.True(result.ExitCode == 0, result.Output);
    }
}
