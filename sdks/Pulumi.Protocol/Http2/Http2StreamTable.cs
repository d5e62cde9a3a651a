using System.Diagnostics.CodeAnalysis;

namespace Pulumi.Protocol;

/// <summary>The calls of a connection that are under way, by number.</summary>
internal sealed class Http2StreamTable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<int, Http2Stream> _streams = [];
    private int _nextId = 1;
    private bool _closed;

    /// <summary>Adds a call and announces it, in the order of the numbers; null when no more are taken.</summary>
    public Http2Stream? TryAdd(byte[] headers, PooledBytes body, Action<Http2Stream> announce)
    {
        lock (_gate)
        {
            if (_closed)
                return null;
            var stream = new Http2Stream(_nextId, headers, body);
            _closed = _nextId > int.MaxValue - 2;
            _nextId += 2;
            _streams.Add(stream.Id, stream);
            announce(stream);
            return stream;
        }
    }

    public Http2Stream? Find(int id)
    {
        lock (_gate)
            return _streams.GetValueOrDefault(id);
    }

    public bool Remove(int id, [NotNullWhen(true)] out Http2Stream? stream)
    {
        lock (_gate)
            return _streams.Remove(id, out stream);
    }

    /// <summary>Takes no more calls, and gives up those after a number.</summary>
    public IReadOnlyList<Http2Stream> Close(int lastId)
    {
        lock (_gate)
        {
            _closed = true;
            List<Http2Stream> givenUp = [.. _streams.Values.Where(stream => stream.Id > lastId)];
            foreach (var stream in givenUp)
                _streams.Remove(stream.Id);
            return givenUp;
        }
    }
}
