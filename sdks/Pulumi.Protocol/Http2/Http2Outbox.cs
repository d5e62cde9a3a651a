namespace Pulumi.Protocol;

/// <summary>
/// Decides what may be sent when: how many calls the server takes at once, and how much of their bodies. Runs on the writer's
/// thread, except where noted.
/// </summary>
internal sealed class Http2Outbox(Http2Writer writer)
{
    private const int DefaultWindow = 65_535;

    private readonly Queue<Http2Stream> _waiting = new();
    private List<Http2Stream> _blocked = [];
    private long _window = DefaultWindow;
    private int _streamWindow = DefaultWindow;

    // No call before the server has said how many it takes.
    private int _maxOpen;
    private int _open;
    private volatile bool _isWaiting;

    public void Start(Http2Stream stream)
    {
        _waiting.Enqueue(stream);
        StartWaiting();
    }

    public void Configure(int? maxOpen, int? streamWindow)
    {
        _maxOpen = maxOpen ?? (_maxOpen == 0 ? int.MaxValue : _maxOpen);
        var change = (long)(streamWindow ?? _streamWindow) - _streamWindow;
        _streamWindow += (int)change;
        foreach (var stream in _blocked)
            stream.Window += change;

        writer.Frame(Http2FrameType.Settings, Http2Flags.Acknowledge, 0, []);
        StartWaiting();
        SendBlocked();
    }

    public void OpenWindow(Http2Stream? stream, int octets)
    {
        if (stream is null)
            _window += octets;
        else
            stream.Window += octets;
        SendBlocked();
    }

    /// <summary>Tells the server not to go on with a call that nobody waits for.</summary>
    public void Abandon(Http2Stream stream)
    {
        if (!stream.Started)
            return;
        writer.Frame(Http2FrameType.ResetStream, stream.Id, (int)Http2Error.Cancel);
        Ended();
    }

    /// <summary>A call that was started is over. From any thread.</summary>
    public void Ended()
    {
        Interlocked.Decrement(ref _open);
        if (_isWaiting)
            writer.Post(StartWaiting);
    }

    private void StartWaiting()
    {
        do
        {
            while (Volatile.Read(ref _open) < _maxOpen && _waiting.TryDequeue(out var stream))
                Open(stream);
            _isWaiting = _waiting.Count > 0;
            Interlocked.MemoryBarrier();
        }
        while (_isWaiting && Volatile.Read(ref _open) < _maxOpen);
    }

    private void Open(Http2Stream stream)
    {
        if (stream.Ended)
            return;
        Interlocked.Increment(ref _open);
        stream.Started = true;
        stream.Window = _streamWindow;
        writer.Frame(Http2FrameType.Headers, Http2Flags.EndHeaders, stream.Id, stream.Headers);
        SendBody(stream);
    }

    private void SendBlocked()
    {
        var blocked = _blocked;
        _blocked = [];
        foreach (var stream in blocked)
            SendBody(stream);
    }

    private void SendBody(Http2Stream stream)
    {
        var body = stream.Body;
        while (stream.Sent < body.Length && !stream.Ended)
        {
            var length = (int)Math.Min(Math.Min(body.Length - stream.Sent, Http2Writer.MaxFrameSize), Math.Min(_window, stream.Window));
            if (length <= 0)
            {
                _blocked.Add(stream);
                return;
            }

            var flags = stream.Sent + length == body.Length ? Http2Flags.EndStream : Http2Flags.None;
            writer.Frame(Http2FrameType.Data, flags, stream.Id, body.Span.Slice(stream.Sent, length));
            stream.Sent += length;
            stream.Window -= length;
            _window -= length;
        }

        // Answered before everything was sent: the server does not want the rest.
        if (stream.Sent < body.Length)
            writer.Frame(Http2FrameType.ResetStream, stream.Id, (int)Http2Error.Cancel);
        body.Dispose();
    }
}
