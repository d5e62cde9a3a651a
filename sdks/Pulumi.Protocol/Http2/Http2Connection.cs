using System.Net;
using System.Net.Sockets;

namespace Pulumi.Protocol;

/// <summary>
/// One HTTP/2 connection to a server that is known to speak it (RFC 9113, section 3.3), for any number of calls at a time.
/// </summary>
internal sealed class Http2Connection : IDisposable
{
    private const int DefaultWindow = 65_535;
    private const int HandshakeTimeout = 30_000;

    private readonly Http2StreamTable _streams = new();
    private readonly string _address;
    private readonly EndPoint _server;
    private readonly Socket _socket;
    private readonly Http2Writer _writer;
    private readonly Http2Outbox _outbox;

    public Http2Connection(string address, EndPoint server)
    {
        _address = address;
        _server = server;
        _socket = server is IPEndPoint { AddressFamily: var family }
            ? new(family, SocketType.Stream, ProtocolType.Tcp)
            : new(SocketType.Stream, ProtocolType.Tcp);
        _writer = new(_socket);
        _outbox = new(_writer);
    }

    /// <summary>Connects in the background, and then sends what there is to send.</summary>
    public void Open() => Start("grpc reader", Read);

    /// <summary>Sends a request; null when this connection takes no more.</summary>
    public Task<Http2Answer>? TrySend(byte[] headers, PooledBytes body, CancellationToken cancellationToken)
    {
        var stream = _streams.TryAdd(headers, body, added => _writer.Post(() => _outbox.Start(added)));
        if (stream is null || !cancellationToken.CanBeCanceled)
            return stream?.Answer;
        return CancellableAsync(stream, cancellationToken);
    }

    /// <summary>Closes the connection; calls that are under way fail.</summary>
    public void Dispose()
    {
        GiveUp(new(GrpcStatusCode.Cancelled, $"the connection to {_address} was closed on this side"));
        // The reader then meets the end of the stream and closes the socket. Were it closed under the reader, that would end with
        // an exception, and the first exception of a program takes longer than its last calls.
        if (!TryShutDown())
            _socket.Dispose();
    }

    private async Task<Http2Answer> CancellableAsync(Http2Stream stream, CancellationToken cancellationToken)
    {
        await using var registration = cancellationToken.UnsafeRegister(
            _ =>
            {
                if (_streams.Remove(stream.Id, out var cancelled))
                {
                    cancelled.Cancel(cancellationToken);
                    _writer.Post(() => _outbox.Abandon(cancelled));
                }
            },
            null);
        return await stream.Answer;
    }

    private void Read()
    {
        _socket.Connect(_server);
        _socket.NoDelay = true;
        _socket.ReceiveTimeout = HandshakeTimeout;
        _writer.Post(Greet);
        Start("grpc writer", _writer.Run);
        using var reader = new Http2Reader(_socket, new(_address, _socket, _streams, _writer, _outbox));
        reader.Run();
        Close(Http2Failure.Closed(_address));
    }

    private void Greet()
    {
        _writer.Raw("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8);

        // No table of headers, no pushed answers, and room for the largest answer: each setting is a number and a value.
        _writer.Frame(Http2FrameType.Settings, Http2Flags.None, 0,
        [
            0, (byte)Http2Setting.HeaderTableSize, 0, 0, 0, 0,
            0, (byte)Http2Setting.EnablePush, 0, 0, 0, 0,
            0, (byte)Http2Setting.InitialWindowSize, 0x7f, 0xff, 0xff, 0xff,
        ]);
        _writer.Frame(Http2FrameType.WindowUpdate, 0, int.MaxValue - DefaultWindow);
    }

    private void Start(string name, Action run) => new Thread(() => Guard(run)) { IsBackground = true, Name = name }.Start();

    private void Guard(Action run)
    {
        try
        {
            run();
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            Close(Http2Failure.Of(_address, failure));
        }
    }

    private void Close(GrpcException reason)
    {
        GiveUp(reason);
        _socket.Dispose();
    }

    private void GiveUp(GrpcException reason)
    {
        var givenUp = _streams.Close(lastId: 0);
        _writer.Close();
        foreach (var stream in givenUp)
            stream.Fail(new(reason.Code, reason.Message, reason.InnerException));
    }

    private bool TryShutDown()
    {
        try
        {
            if (!_socket.Connected)
                return false;
            _socket.Shutdown(SocketShutdown.Both);
            return true;
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
        {
            return false;
        }
    }
}
