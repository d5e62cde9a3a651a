using System.Text.RegularExpressions;

namespace Infra.Settings;

/// <summary>What is watched, how long metrics are kept, and who is told. The parts that cost memory can be switched off one by one.</summary>
/// <param name="Enabled">Whether anything is watched at all.</param>
/// <param name="Grafana">Whether there are dashboards.</param>
/// <param name="Containers">Whether containers are measured (cAdvisor).</param>
/// <param name="Engines">Whether the Docker Engines are measured.</param>
/// <param name="Urls">Whether public addresses are probed.</param>
/// <param name="Prometheus">How much Prometheus keeps and may use.</param>
/// <param name="GrafanaMemoryMiB">Memory limit of Grafana in MiB.</param>
/// <param name="SlackChannel">Channel in which alerts appear, when there is a Slack URL.</param>
/// <param name="SlackUser">Name under which they appear.</param>
public sealed partial record MonitoringSettings(
    bool Enabled,
    bool Grafana,
    bool Containers,
    bool Engines,
    bool Urls,
    PrometheusSettings Prometheus,
    int GrafanaMemoryMiB,
    string SlackChannel,
    string SlackUser) : ISettingsSection
{
    /// <summary>Keys of what can be switched off.</summary>
    public static IReadOnlyList<string> Switches { get; } = ["monitoring", "grafana", "containerMetrics", "engineMetrics", "urlProbes"];

    /// <summary>Reads the section.</summary>
    public static MonitoringSettings Read(SettingsSource source) => new(
        source.Flag("monitoring"),
        source.Flag("grafana"),
        source.Flag("containerMetrics"),
        source.Flag("engineMetrics"),
        source.Flag("urlProbes"),
        PrometheusSettings.Read(source),
        source.Integer("grafanaMemory", 128, 4096, "set MiB, 128 to 4096, e.g. lhd:grafanaMemory: 256"),
        source.Value("slackChannel", ParseChannel, "write a channel with its #, e.g. lhd:slackChannel: \"#alerts\""),
        source.Value("slackUser", ParseUser, "write the name that the messages carry, e.g. lhd:slackUser: lhd"));

    /// <inheritdoc/>
    public IEnumerable<SettingsProblem> Problems() => [];

    private static string ParseChannel(string text) => ChannelPattern().IsMatch(text)
        ? text
        : throw new FormatException($"'{text}' is not # and up to 80 small letters, digits, - or _");

    private static string ParseUser(string text) => text.Length <= 80
        ? text
        : throw new FormatException("it is longer than 80 characters");

    [GeneratedRegex(@"\A#[a-z0-9_-]{1,80}\z", RegexOptions.None, 1000)]
    private static partial Regex ChannelPattern();
}
