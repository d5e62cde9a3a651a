using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Monitoring.Tests;

/// <summary>
/// Moves the emitted configuration from the swarm to this machine. Only targets change: a service's tasks become the one loopback port on
/// which the test runs it, or nothing when it cannot run here. Jobs, intervals, rules, relabelling and routing stay as they are.
/// </summary>
public static partial class Loopback
{
    public static string Targets(string prometheusConfig, IReadOnlyDictionary<string, int> ports)
    {
        var moved = TaskDiscovery().Replace(prometheusConfig, match => ports.TryGetValue(match.Groups["service"].Value, out var port)
            ? $"static_configs: [{{targets: [\"127.0.0.1:{port}\"]}}]"
            : "static_configs: [{targets: []}]");
        return VirtualAddress().Replace(moved, match => $"replacement: 127.0.0.1:{ports[match.Groups["service"].Value]}");
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex(@"dns_sd_configs:\s+- names: \[tasks\.(?<service>[\w-]+)\]\s+type: A\s+port: \d+", RegexOptions.None, 1000)]
    private static partial Regex TaskDiscovery();

    [GeneratedRegex(@"replacement: (?<service>[a-z-]+):\d+", RegexOptions.None, 1000)]
    private static partial Regex VirtualAddress();
}
