using System.Buffers.Binary;
using System.Net.Sockets;

namespace Pulumi.Protocol;

/// <summary>Reads the frames of a connection and hands on what they say.</summary>
internal sealed class Http2Reader(Socket socket, Http2Inbox inbox) : IDisposable
{
    private const int MaxHeaderBlock = 16 * 1024 * 1024;

    private readonly byte[] _buffer = new byte[64 * 1024];
    private readonly PooledBytes _headerBlock = new(0);
    private int _start;
    private int _end;
    private Http2Frame _unfinishedHeaders;

    /// <summary>Reads until the server closes the connection.</summary>
    public void Run()
    {
        while (Fill(Http2Frame.HeaderLength))
        {
            var frame = Http2Frame.Read(Take(Http2Frame.HeaderLength));
            if (frame.Length > Http2Writer.MaxFrameSize)
                throw Malformed($"a frame of {frame.Length} bytes; is this an HTTP/2 server?");
            if (!Fill(frame.Length))
                return;
            Handle(frame, Take(frame.Length));
        }
    }

    public void Dispose() => _headerBlock.Dispose();

    private void Handle(Http2Frame frame, ReadOnlySpan<byte> payload)
    {
        if (_unfinishedHeaders.Type == Http2FrameType.Headers && frame.Type != Http2FrameType.Continuation)
            throw Malformed("a header block that is not continued");

        switch (frame.Type)
        {
            case Http2FrameType.Data:
                inbox.Data(frame.StreamId, Content(frame, payload), frame.Length, frame.Has(Http2Flags.EndStream));
                break;
            case Http2FrameType.Headers:
                _unfinishedHeaders = frame;
                ContinueHeaders(frame, Content(frame, payload));
                break;
            case Http2FrameType.Continuation:
                ContinueHeaders(frame, payload);
                break;
            case Http2FrameType.ResetStream:
                inbox.Reset(frame.StreamId, Number(payload));
                break;
            case Http2FrameType.Settings when !frame.Has(Http2Flags.Acknowledge):
                ReadSettings(payload);
                break;
            case Http2FrameType.Ping when !frame.Has(Http2Flags.Acknowledge):
                inbox.Ping(payload);
                break;
            case Http2FrameType.GoAway:
                inbox.GoAway(lastStreamId: Number(payload), Number(payload[Math.Min(4, payload.Length)..]));
                break;
            case Http2FrameType.WindowUpdate:
                inbox.Window(frame.StreamId, Number(payload));
                break;
            case Http2FrameType.PushPromise:
                throw Malformed("a pushed answer, which was declined");
        }
    }

    private void ContinueHeaders(Http2Frame frame, ReadOnlySpan<byte> fragment)
    {
        if (frame.StreamId != _unfinishedHeaders.StreamId || _headerBlock.Length + fragment.Length > MaxHeaderBlock)
            throw Malformed("a header block that belongs to no answer, or is too large");

        _headerBlock.Append(fragment);
        if (!frame.Has(Http2Flags.EndHeaders))
            return;

        var (headers, ends) = (HpackDecoder.Decode(_headerBlock.Span), _unfinishedHeaders.Has(Http2Flags.EndStream));
        _headerBlock.Clear();
        _unfinishedHeaders = default;
        inbox.Headers(frame.StreamId, headers, ends);
    }

    private void ReadSettings(ReadOnlySpan<byte> payload)
    {
        int? maxStreams = null;
        int? window = null;
        for (; payload.Length >= 6; payload = payload[6..])
        {
            var value = (int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(payload[2..]), int.MaxValue);
            var setting = (Http2Setting)BinaryPrimitives.ReadUInt16BigEndian(payload);
            if (setting == Http2Setting.MaxConcurrentStreams)
                maxStreams = value;
            else if (setting == Http2Setting.InitialWindowSize)
                window = value;
        }

        inbox.Settings(maxStreams, window);
    }

    private static ReadOnlySpan<byte> Content(Http2Frame frame, ReadOnlySpan<byte> payload)
    {
        var padding = 0;
        if (frame.Has(Http2Flags.Padded))
        {
            padding = payload.Length > 0 ? payload[0] : throw Malformed("a padded frame without padding");
            payload = payload[1..];
        }

        if (frame.Type == Http2FrameType.Headers && frame.Has(Http2Flags.Priority))
            payload = payload.Length >= 5 ? payload[5..] : throw Malformed("a frame with half a priority");
        return padding <= payload.Length ? payload[..^padding] : throw Malformed("a frame with more padding than content");
    }

    private static int Number(ReadOnlySpan<byte> payload) => payload.Length >= 4
        ? BinaryPrimitives.ReadInt32BigEndian(payload) & int.MaxValue
        : throw Malformed("a frame that is too short");

    private bool Fill(int count)
    {
        if (_buffer.Length - _start < count)
        {
            _buffer.AsSpan(_start.._end).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        while (_end - _start < count)
        {
            var read = socket.Receive(_buffer.AsSpan(_end));
            if (read == 0)
                return false;
            _end += read;
        }

        return true;
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        _start += count;
        return _buffer.AsSpan(_start - count, count);
    }

    private static GrpcException Malformed(string what) => new(GrpcStatusCode.Internal, $"the server sent {what}");
}
