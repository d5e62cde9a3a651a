namespace Pulumi.Protocol;

/// <summary>One call on a connection: a request to send and an answer that comes in parts.</summary>
internal sealed class Http2Stream(int id, byte[] headers, PooledBytes body)
{
    private readonly TaskCompletionSource<Http2Answer> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Dictionary<string, string>? _headers;
    private Dictionary<string, string>? _trailers;
    private PooledBytes? _received;

    public int Id { get; } = id;

    public byte[] Headers { get; } = headers;

    public PooledBytes Body { get; } = body;

    /// <summary>Whether the server has heard of it; belongs to the writer, as do the next two.</summary>
    public bool Started { get; set; }

    /// <summary>Octets of the body that are on their way.</summary>
    public int Sent { get; set; }

    /// <summary>Octets of the body that the server takes before it must ask for more.</summary>
    public long Window { get; set; }

    public Task<Http2Answer> Answer => _answer.Task;

    public bool Ended => _answer.Task.IsCompleted;

    public void ReceiveHeaders(Dictionary<string, string> headers)
    {
        // Informational answers, such as 103, come before the real one.
        if (_headers is null && headers.GetValueOrDefault(":status") is ['1', _, _])
            return;
        if (_headers is null)
            _headers = headers;
        else
            _trailers = headers;
    }

    /// <summary>False when the answer is too large, which ends the call.</summary>
    public bool TryReceiveData(ReadOnlySpan<byte> data)
    {
        _received ??= new(0);
        if ((long)_received.Length + data.Length > GrpcFrame.MaxLength)
        {
            Fail(GrpcFrame.TooLarge((long)_received.Length + data.Length));
            return false;
        }

        _received.Append(data);
        return true;
    }

    public void Complete()
    {
        if (_headers is null)
            Fail(new(GrpcStatusCode.Internal, "the answer ended before its headers"));
        else
            _answer.TrySetResult(new(_headers, _trailers ?? _headers, _received));
    }

    public void Fail(GrpcException failure) => _answer.TrySetException(failure);

    public void Cancel(CancellationToken cancellationToken) => _answer.TrySetCanceled(cancellationToken);
}

/// <summary>What the server answered. Without a body, the headers are the trailers too.</summary>
internal sealed record Http2Answer(
    IReadOnlyDictionary<string, string> Headers, IReadOnlyDictionary<string, string> Trailers, PooledBytes? Body);
