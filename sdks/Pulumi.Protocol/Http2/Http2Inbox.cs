using System.Net.Sockets;

namespace Pulumi.Protocol;

/// <summary>What the frames of the server mean for the calls of a connection. Runs on the reader's thread.</summary>
internal sealed class Http2Inbox(
    string address, Socket socket, Http2StreamTable streams, Http2Writer writer, Http2Outbox outbox)
{
    // The server learns that there is room again after this many octets.
    private const int WindowStep = 1024 * 1024;

    private int _consumed;
    private bool _isReady;

    public void Settings(int? maxStreams, int? streamWindow)
    {
        if (!_isReady)
        {
            _isReady = true;
            socket.ReceiveTimeout = 0;
        }

        writer.Post(() => outbox.Configure(maxStreams, streamWindow));
    }

    public void Ping(ReadOnlySpan<byte> payload)
    {
        var echo = payload.ToArray();
        writer.Post(() => writer.Frame(Http2FrameType.Ping, Http2Flags.Acknowledge, 0, echo));
    }

    public void Window(int streamId, int octets)
    {
        var stream = streams.Find(streamId);
        if (streamId == 0 || stream is not null)
            writer.Post(() => outbox.OpenWindow(stream, octets));
    }

    public void Headers(int streamId, Dictionary<string, string> headers, bool ends)
    {
        streams.Find(streamId)?.ReceiveHeaders(headers);
        if (ends)
            Complete(streamId);
    }

    public void Data(int streamId, ReadOnlySpan<byte> data, int frameLength, bool ends)
    {
        _consumed += frameLength;
        if (_consumed >= WindowStep)
        {
            var octets = _consumed;
            _consumed = 0;
            writer.Post(() => writer.Frame(Http2FrameType.WindowUpdate, 0, octets));
        }

        if (streams.Find(streamId) is { } stream && !stream.TryReceiveData(data) && streams.Remove(streamId, out _))
            writer.Post(() => outbox.Abandon(stream));
        else if (ends)
            Complete(streamId);
    }

    public void Reset(int streamId, int error)
    {
        if (!streams.Remove(streamId, out var stream))
            return;
        stream.Fail(Http2Failure.OfReset(address, error));
        outbox.Ended();
    }

    public void GoAway(int lastStreamId, int error)
    {
        foreach (var stream in streams.Close(lastStreamId))
        {
            stream.Fail(Http2Failure.OfGoAway(address, error));
            outbox.Ended();
        }
    }

    private void Complete(int streamId)
    {
        if (!streams.Remove(streamId, out var stream))
            return;
        stream.Complete();
        outbox.Ended();
    }
}
