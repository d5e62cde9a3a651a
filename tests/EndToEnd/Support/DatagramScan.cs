using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using EndToEnd.Tests.Cloud;

namespace EndToEnd.Tests;

/// <summary>
/// Which UDP ports of a machine a datagram gets to. Silence would not tell an open port from a filtered one, so a raw socket on the machine,
/// which is given a copy of every datagram that has passed what is in front (raw(7)), says what came.
/// </summary>
internal static class DatagramScan
{
    private const int Headers = 28;
    private const int Rounds = 20;
    private static readonly TimeSpan Settled = TimeSpan.FromMilliseconds(500);

    /// <summary>The ports that a datagram from the network has got to.</summary>
    public static async Task<IReadOnlyList<int>> ReachedAsync(LoopbackCloud cloud, string network, Machine machine, string address, IReadOnlyList<int> ports, params IReadOnlyList<int> expected)
    {
        var token = Guid.NewGuid().ToByteArray();
        var reached = new ConcurrentDictionary<int, bool>();
        using var end = new CancellationTokenSource();
        using var behind = NamespaceSockets.Datagrams(cloud.NamespacePath(machine.NetworkName));
        var listening = Task.Run(() => ListenAsync(behind, token, reached, end.Token));
        using (var socket = NamespaceSockets.Udp(cloud.NamespacePath(network)))
        {
            var target = new IPEndPoint(IPAddress.Parse(address), 0);
            foreach (var port in ports)
            {
                target.Port = port;
                socket.SendTo(token, target);
            }

            await Task.Delay(Settled);
            // A datagram may be lost: those that must come are sent again for a while.
            for (var round = 0; round < Rounds && !expected.All(reached.ContainsKey); round++)
            {
                foreach (var port in expected.Where(port => !reached.ContainsKey(port)))
                    socket.SendTo(token, new IPEndPoint(IPAddress.Parse(address), port));
                await Task.Delay(Settled);
            }
        }

        await end.CancelAsync();
        await listening;
        return [.. reached.Keys.Order()];
    }

    private static async Task ListenAsync(Socket socket, byte[] token, ConcurrentDictionary<int, bool> reached, CancellationToken end)
    {
        var buffer = new byte[ushort.MaxValue];
        try
        {
            while (true)
            {
                var length = await socket.ReceiveAsync(buffer, end);
                if (length == Headers + token.Length && buffer.AsSpan(Headers, token.Length).SequenceEqual(token))
                    reached[BinaryPrimitives.ReadUInt16BigEndian(buffer.AsSpan(Headers - 6))] = true;
            }
        }
        catch (OperationCanceledException)
        {
            // The scan is over.
        }
    }
}
