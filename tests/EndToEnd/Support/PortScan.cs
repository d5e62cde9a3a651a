using System.Net;
using System.Net.Sockets;
using EndToEnd.Tests.Cloud;

namespace EndToEnd.Tests;

/// <summary>Which TCP ports of an address answer, tried from a network.</summary>
internal static class PortScan
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Of ports that must answer: a slow machine is no closed port.</summary>
    private static readonly TimeSpan LongPatience = TimeSpan.FromSeconds(30);

    /// <summary>The ports that answer: open, or refused by the machine itself, which then was reached.</summary>
    /// <param name="cloud">Where.</param>
    /// <param name="network">From where.</param>
    /// <param name="address">Whose ports.</param>
    /// <param name="ports">What is tried.</param>
    /// <param name="expected">Those among them that are expected to answer, and are given more time to.</param>
    public static async Task<IReadOnlyList<int>> ReachedAsync(LoopbackCloud cloud, string network, string address, IEnumerable<int> ports, params IReadOnlyList<int> expected)
    {
        var tried = await Task.WhenAll(ports.Select(async port =>
            (port, Reached: await IsReachedAsync(cloud, network, address, port, expected.Contains(port) ? LongPatience : Patience))));
        return [.. tried.Where(each => each.Reached).Select(each => each.port).Order()];
    }

    private static async Task<bool> IsReachedAsync(LoopbackCloud cloud, string network, string address, int port, TimeSpan patience)
    {
        using var socket = NamespaceSockets.Tcp(cloud.NamespacePath(network));
        using var limit = new CancellationTokenSource(patience);
        try
        {
            await socket.ConnectAsync(new IPEndPoint(IPAddress.Parse(address), port), limit.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
        catch (SocketException reason)
        {
            return reason.SocketErrorCode == SocketError.ConnectionRefused;
        }
    }
}
