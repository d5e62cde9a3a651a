using System.Text.Json.Nodes;
using Infra.Monitoring;

namespace Monitoring.Tests;

/// <summary>
/// The monitoring of the staging stack on this machine: the installed Prometheus, Alertmanager and exporters, with the emitted files and
/// arguments. cAdvisor is a page that shows a service whose tasks die again and again; Slack is a page that keeps what it is told.
/// </summary>
public sealed class RunningStack : IAsyncDisposable
{
    private readonly List<Daemon> _daemons = [];
    private readonly Dictionary<string, int> _ports = [];
    private readonly HttpClient _client = new() { Timeout = TimeSpan.FromSeconds(30) };
    private LocalPostgres? _postgres;
    private EmittedFolder? _files;

    public LocalPage Slack { get; } = new("ok");

    public LocalPage CAdvisor { get; } = new(string.Concat(Enumerable.Range(1, 12).Select(number =>
        $"container_start_time_seconds{{id=\"/{number}\",container_label_com_docker_swarm_service_name=\"lucky\"}} {1_700_000_000 + number}\n")));

    /// <summary>Loopback port by service.</summary>
    public IReadOnlyDictionary<string, int> Ports => _ports;

    public async Task StartAsync()
    {
        var emitted = await Emitted.StagingAsync();
        _files = new(emitted.Configs);
        await File.WriteAllTextAsync(_files.PathOf("slack-url"), $"http://127.0.0.1:{Slack.Port}/services/hook");
        _postgres = await LocalPostgres.StartAsync();
        foreach (var service in new[]
                 {
                     MonitoringNames.Prometheus, MonitoringNames.Alertmanager, MonitoringNames.NodeExporter, MonitoringNames.BlackboxExporter,
                     MonitoringNames.PostgresExporter,
                 })
            _ports[service] = Loopback.FreePort();
        _ports[MonitoringNames.CAdvisor] = CAdvisor.Port;
        var config = _files.PathOf("prometheus-prometheus");
        await File.WriteAllTextAsync(config, Loopback.Targets(await File.ReadAllTextAsync(config), Ports));

        await RunAsync(emitted, MonitoringNames.NodeExporter, ("=/node/", "=/"), ("=/node", "=/"));
        await RunAsync(emitted, MonitoringNames.BlackboxExporter, ("/etc/blackbox_exporter/config.yml", _files.PathOf("blackbox-exporter-blackbox")));
        await RunAsync(emitted, MonitoringNames.PostgresExporter);
        await RunAsync(
            emitted, MonitoringNames.Alertmanager,
            ("/etc/alertmanager/alertmanager.yml", _files.PathOf("alertmanager-alertmanager")), ("=/alertmanager", $"={_files.PathOf("silences")}"));
        await RunAsync(
            emitted, MonitoringNames.Prometheus, ("/etc/prometheus/prometheus.yml", config), ("=/prometheus", $"={_files.PathOf("metrics")}"));
    }

    /// <summary>Asks Prometheus until it gives an answer that will do, for at most two minutes.</summary>
    public async Task<JsonArray> QueryUntilAsync(string expression, Func<JsonArray, bool> done)
    {
        var answer = new JsonArray();
        for (var attempt = 0; attempt < 120 && !done(answer); attempt++)
        {
            await Task.Delay(TimeSpan.FromSeconds(1));
            var text = await TextAsync(MonitoringNames.Prometheus, $"/api/v1/query?query={Uri.EscapeDataString(expression)}");
            answer = JsonNode.Parse(text ?? "{}")?["data"]?["result"]?.AsArray() ?? [];
        }

        return answer;
    }

    /// <summary>A page of a service; null while it does not answer.</summary>
    public async Task<string?> TextAsync(string service, string path)
    {
        try
        {
            return await _client.GetStringAsync(new Uri($"http://127.0.0.1:{Ports[service]}{path}"));
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    /// <summary>What every daemon said, for the message of a failed test.</summary>
    public string Log() => string.Join('\n', _daemons.SelectMany(daemon => daemon.Log.TakeLast(20)));

    public async ValueTask DisposeAsync()
    {
        _daemons.ForEach(daemon => daemon.Dispose());
        if (_postgres is not null)
            await _postgres.DisposeAsync();
        Slack.Dispose();
        CAdvisor.Dispose();
        _client.Dispose();
        _files?.Dispose();
    }

    private async Task RunAsync(Emitted emitted, string service, params (string InContainer, string Here)[] paths)
    {
        var arguments = (await emitted.ArgumentsAsync(service))
            .Select(argument => paths.Aggregate(argument, (text, path) => text.Replace(path.InContainer, path.Here, StringComparison.Ordinal)));
        var tool = service == MonitoringNames.Prometheus ? service : $"prometheus-{service}";
        var environment = new Dictionary<string, string>
        {
            ["DATA_SOURCE_URI"] = $"127.0.0.1:{_postgres!.Port}/postgres?sslmode=disable",
            ["DATA_SOURCE_USER"] = "app",
        };
        _daemons.Add(new(tool, [.. arguments, $"--web.listen-address=127.0.0.1:{Ports[service]}"], environment));
    }
}
