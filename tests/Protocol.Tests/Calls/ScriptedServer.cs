using System.Net;
using System.Net.Sockets;
using System.Text;
using Pulumi.Protocol;

namespace Protocol.Tests.Calls;

/// <summary>A server that answers the first call of a connection with given octets, whatever they are, and then closes.</summary>
internal sealed class ScriptedServer : IDisposable
{
    private const int PrefaceLength = 24;

    private readonly TcpListener _listener = new(IPAddress.Loopback, port: 0);

    public ScriptedServer(params byte[][] answer)
    {
        _listener.Start();
        Served = ServeAsync(answer);
    }

    public string Address => _listener.LocalEndpoint.ToString()!;

    public Task Served { get; }

    public static byte[] Frame(Http2FrameType type, byte flags, int streamId, params byte[] payload)
    {
        var frame = new byte[Http2Frame.HeaderLength + payload.Length];
        new Http2Frame(payload.Length, type, flags, streamId).Write(frame);
        payload.CopyTo(frame, Http2Frame.HeaderLength);
        return frame;
    }

    public static byte[] Headers(byte flags, params (string Name, string Value)[] headers) => Frame(
        Http2FrameType.Headers, (byte)(Http2Flags.EndHeaders | flags), 1, [.. headers.SelectMany(Literal)]);

    public static byte[] Grpc() => Headers(Http2Flags.None, (":status", "200"), ("content-type", "application/grpc"));

    public static byte[] Data(params byte[] payload) => Frame(Http2FrameType.Data, Http2Flags.None, 1, payload);

    public static byte[] Ok() => Headers(Http2Flags.EndStream, ("grpc-status", "0"));

    public void Dispose() => _listener.Dispose();

    private static byte[] Literal((string Name, string Value) header) =>
        [0, (byte)header.Name.Length, .. Encoding.ASCII.GetBytes(header.Name),
         (byte)header.Value.Length, .. Encoding.ASCII.GetBytes(header.Value)];

    private async Task ServeAsync(byte[][] answer)
    {
        using var client = await _listener.AcceptTcpClientAsync();
        var stream = client.GetStream();
        await stream.WriteAsync(Frame(Http2FrameType.Settings, Http2Flags.None, 0));
        await stream.ReadExactlyAsync(new byte[PrefaceLength]);
        await ReadCallAsync(stream);
        foreach (var part in answer)
            await stream.WriteAsync(part);
    }

    private static async Task ReadCallAsync(NetworkStream stream)
    {
        var header = new byte[Http2Frame.HeaderLength];
        Http2Frame frame;
        do
        {
            await stream.ReadExactlyAsync(header);
            frame = Http2Frame.Read(header);
            await stream.ReadExactlyAsync(new byte[frame.Length]);
        }
        while (frame.Type != Http2FrameType.Data);
    }
}
