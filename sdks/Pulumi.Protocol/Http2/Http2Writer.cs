using System.Buffers.Binary;
using System.Net.Sockets;

namespace Pulumi.Protocol;

/// <summary>
/// The only one that writes to a connection: a thread that runs posted work in order, and sends what has gathered when there is
/// no more. Blocking calls, because the framework's asynchronous ones take longer to load than a small program takes to run.
/// </summary>
internal sealed class Http2Writer(Socket socket)
{
    /// <summary>The largest frame that every server takes (RFC 9113, section 4.2).</summary>
    public const int MaxFrameSize = 16_384;

    private readonly Queue<Action> _work = new();
    private readonly byte[] _buffer = new byte[4 * MaxFrameSize];
    private int _used;
    private bool _closed;

    public void Post(Action work)
    {
        lock (_work)
        {
            if (_closed)
                return;
            _work.Enqueue(work);
            Monitor.Pulse(_work);
        }
    }

    public void Close()
    {
        lock (_work)
        {
            _closed = true;
            _work.Clear();
            Monitor.Pulse(_work);
        }
    }

    public void Run()
    {
        while (Next(wait: true) is { } work)
        {
            for (var more = work; more is not null; more = Next(wait: false))
                more();
            Flush();
        }
    }

    public void Frame(Http2FrameType type, byte flags, int streamId, ReadOnlySpan<byte> payload)
    {
        Append(ReadOnlySpan<byte>.Empty, Http2Frame.HeaderLength + payload.Length);
        new Http2Frame(payload.Length, type, flags, streamId).Write(_buffer.AsSpan(_used));
        payload.CopyTo(_buffer.AsSpan(_used + Http2Frame.HeaderLength));
        _used += Http2Frame.HeaderLength + payload.Length;
    }

    public void Frame(Http2FrameType type, int streamId, int number)
    {
        Span<byte> payload = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(payload, number);
        Frame(type, Http2Flags.None, streamId, payload);
    }

    public void Raw(ReadOnlySpan<byte> octets) => Append(octets, octets.Length);

    private Action? Next(bool wait)
    {
        lock (_work)
        {
            while (wait && !_closed && _work.Count == 0)
                Monitor.Wait(_work);
            return _work.TryDequeue(out var work) ? work : null;
        }
    }

    private void Append(ReadOnlySpan<byte> octets, int room)
    {
        if (_used + room > _buffer.Length)
            Flush();
        octets.CopyTo(_buffer.AsSpan(_used));
        _used += octets.Length;
    }

    private void Flush()
    {
        for (var sent = 0; sent < _used;)
            sent += socket.Send(_buffer.AsSpan(sent, _used - sent));
        _used = 0;
    }
}
