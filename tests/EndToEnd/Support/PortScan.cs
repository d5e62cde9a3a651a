using System.Net;
using System.Net.Sockets;
using EndToEnd.Tests.Cloud;

namespace EndToEnd.Tests;

/// <summary>Which TCP ports of an address answer, tried from a network.</summary>
internal static class PortScan
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>The ports that answer: open, or refused by the machine itself, which then was reached.</summary>
    public static async Task<IReadOnlyList<int>> ReachedAsync(LoopbackCloud cloud, string network, string address, IEnumerable<int> ports)
    {
        var tried = await Task.WhenAll(ports.Select(async port => (port, Reached: await IsReachedAsync(cloud, network, address, port))));
        return [.. tried.Where(each => each.Reached).Select(each => each.port).Order()];
    }

    private static async Task<bool> IsReachedAsync(LoopbackCloud cloud, string network, string address, int port)
    {
        using var socket = NamespaceSockets.Tcp(cloud.NamespacePath(network));
        using var limit = new CancellationTokenSource(Patience);
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
