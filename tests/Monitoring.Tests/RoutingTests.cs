using Tests.Support;

namespace Monitoring.Tests;

public sealed class RoutingTests
{
    [RequiresToolTheory("amtool")]
    [InlineData("slack", "alertname=NodeDown", "severity=critical")]
    [InlineData("slack", "alertname=DiskFilling", "severity=warning")]
    [InlineData("nobody", "alertname=Watchdog", "severity=none")]
    public async Task Alerts_go_to_Slack_and_the_watchdog_to_nobody(string receiver, params string[] labels) =>
        Assert.Equal(receiver, await ReceiverAsync(labels));

    [RequiresToolTheory("amtool")]
    [InlineData("alertname=NodeDown", "severity=critical")]
    [InlineData("alertname=DiskFilling", "severity=warning")]
    public async Task Nobody_is_told_while_there_is_no_Slack_url(params string[] labels) =>
        Assert.Equal("nobody", await ReceiverAsync(labels, ("slackUrl", null)));

    [Fact]
    public async Task Channel_and_user_are_those_of_the_settings()
    {
        var config = (await Emitted.StagingAsync(("slackChannel", "#ops"), ("slackUser", "night watch"))).Configs["alertmanager-alertmanager"];

        Assert.Contains("channel: \"#ops\"\n", config, StringComparison.Ordinal);
        Assert.Contains("username: \"night watch\"\n", config, StringComparison.Ordinal);
    }

    private static async Task<string> ReceiverAsync(string[] labels, params (string Key, string? Value)[] changes)
    {
        using var files = new EmittedFolder((await Emitted.StagingAsync(changes)).Configs);
        var result = await Tool.RunAsync(
            "amtool", ["config", "routes", "test", $"--config.file={files.PathOf("alertmanager-alertmanager")}", .. labels], files.Root, input: "");
        return result.Output.Split('\n')[0];
    }
}
