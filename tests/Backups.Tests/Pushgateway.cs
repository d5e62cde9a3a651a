using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Tests.Support;

namespace Backups.Tests;

/// <summary>The real Pushgateway on loopback.</summary>
internal sealed class Pushgateway : IDisposable
{
    private readonly HttpClient _client = new();
    private readonly Process _process;

    private Pushgateway(int port)
    {
        Address = $"127.0.0.1:{port}";
        _process = Process.Start(new ProcessStartInfo(Tool.Find("prometheus-pushgateway")!, [$"--web.listen-address={Address}", "--log.level=error"]))!;
    }

    /// <summary>Host and port, as the services have it.</summary>
    public string Address { get; }

    public static async Task<Pushgateway> StartAsync()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        var gateway = new Pushgateway(port);
        for (var tries = 0; ; tries++)
        {
            try
            {
                await gateway.PageAsync();
                return gateway;
            }
            catch (HttpRequestException) when (tries < 600 && !gateway._process.HasExited)
            {
                await Task.Delay(100);
            }
        }
    }

    /// <summary>The value of a metric that backups pushed.</summary>
    public async Task<double> ValueAsync(string metric) => double.Parse(
        (await PageAsync()).Split('\n').Single(line => line.StartsWith($"{metric}{{", StringComparison.Ordinal) && line.Contains("job=\"lhd_backups\"", StringComparison.Ordinal)).Split(' ')[^1],
        System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>What Prometheus reads.</summary>
    public Task<string> PageAsync() => _client.GetStringAsync(new Uri($"http://{Address}/metrics"));

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        _client.Dispose();
    }
}
