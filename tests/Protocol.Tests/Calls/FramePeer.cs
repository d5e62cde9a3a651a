using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using Pulumi.Protocol;
using static Protocol.Tests.Calls.ScriptedServer;

namespace Protocol.Tests.Calls;

/// <summary>The server's side of connections, frame by frame, as a test dictates it.</summary>
internal sealed class FramePeer : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly TcpListener _listener = new(IPAddress.Loopback, port: 0);
    private TcpClient? _client;

    public FramePeer() => _listener.Start();

    public string Address => _listener.LocalEndpoint.ToString()!;

    public void Dispose()
    {
        _client?.Dispose();
        _listener.Dispose();
    }

    /// <summary>Takes the next connection, and greets with settings: pairs of a number and a value.</summary>
    public async Task AcceptAsync(params (Http2Setting Setting, int Value)[] settings)
    {
        _client?.Dispose();
        _client = await _listener.AcceptTcpClientAsync().WaitAsync(Patience);
        _client.NoDelay = true;
        await _client.GetStream().ReadExactlyAsync(new byte["PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".Length]).AsTask().WaitAsync(Patience);
        await SendAsync(Settings(settings));
    }

    public static byte[] Settings(params (Http2Setting Setting, int Value)[] settings) =>
        Frame(Http2FrameType.Settings, Http2Flags.None, 0, [.. settings.SelectMany(entry => (byte[])[0, (byte)entry.Setting, .. Octets(entry.Value)])]);

    public static byte[] WindowUpdate(int streamId, int octets) => Frame(Http2FrameType.WindowUpdate, Http2Flags.None, streamId, Octets(octets));

    public static byte[] GoAway(int lastStreamId) => Frame(Http2FrameType.GoAway, Http2Flags.None, 0, [.. Octets(lastStreamId), .. Octets(0)]);

    public async Task SendAsync(params byte[][] frames)
    {
        foreach (var frame in frames)
            await _client!.GetStream().WriteAsync(frame);
    }

    /// <summary>Reads until a frame of a type comes; others are skipped.</summary>
    public async Task<(Http2Frame Frame, byte[] Payload)> NextAsync(Http2FrameType type)
    {
        while (true)
        {
            var header = await ReadAsync(Http2Frame.HeaderLength);
            var frame = Http2Frame.Read(header);
            var payload = await ReadAsync(frame.Length);
            if (frame.Type == type)
                return (frame, payload);
        }
    }

    private async Task<byte[]> ReadAsync(int count)
    {
        var octets = new byte[count];
        await _client!.GetStream().ReadExactlyAsync(octets).AsTask().WaitAsync(Patience);
        return octets;
    }

    private static byte[] Octets(int value)
    {
        var octets = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(octets, value);
        return octets;
    }
}
