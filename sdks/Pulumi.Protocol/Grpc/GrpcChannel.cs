using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using Google.Protobuf;

namespace Pulumi.Protocol;

/// <summary>
/// A gRPC client for unary calls over plain HTTP/2, without TLS, as Pulumi's engine serves them on this machine. Calls may run
/// at the same time, in any number. A call has no time limit of its own, because creating a resource may take hours.
/// </summary>
/// <remarks>
/// The HTTP/2 below is our own: loading the framework's HTTP client takes longer than a small program takes to run.
/// </remarks>
public sealed class GrpcChannel : IDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, byte[]> _headers = [];
    private readonly string _address;
    private readonly EndPoint _server;
    private Http2Connection? _connection;
    private bool _disposed;

    /// <summary>Makes a channel; it connects with the first call.</summary>
    /// <param name="address">Where the server listens, <c>host:port</c>.</param>
    /// <exception cref="ArgumentException">The address has another form.</exception>
    public GrpcChannel(string address)
    {
        _address = address;
        _server = ParseAddress(address);
    }

    /// <summary>Calls a method and waits for its answer.</summary>
    /// <param name="method">The method.</param>
    /// <param name="request">Its request, at most <see cref="GrpcLimits.MaxMessageSize"/>.</param>
    /// <param name="cancellationToken">Gives up on the call, and tells the server so.</param>
    /// <exception cref="GrpcException">The server answered with an error, cannot be reached, or went away.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    [SuppressMessage("Reliability", "CA2000", Justification = "The connection disposes of the frame when it is sent.")]
    public async Task<TResponse> CallAsync<TRequest, TResponse>(
        GrpcMethod<TRequest, TResponse> method, TRequest request, CancellationToken cancellationToken = default)
        where TRequest : class, IMessage<TRequest>
        where TResponse : class, IMessage<TResponse>
    {
        cancellationToken.ThrowIfCancellationRequested();
        var answer = await SendAsync(method.Path, GrpcFrame.Encode(request), cancellationToken);
        using (answer.Body)
            return GrpcAnswer.Read(answer, method.ResponseParser);
    }

    /// <summary>Closes the connection; calls that are under way fail.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
            _connection?.Dispose();
        }
    }

    private Task<Http2Answer> SendAsync(string path, PooledBytes frame, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            if (!_headers.TryGetValue(path, out var headers))
                _headers.Add(path, headers = HpackRequest.Encode(_address, path));

            if (_connection?.TrySend(headers, frame, cancellationToken) is { } answer)
                return answer;

            // The call goes first, so that it hears why there is no connection.
            _connection = new(_address, _server);
            answer = _connection.TrySend(headers, frame, cancellationToken)!;
            _connection.Open();
            return answer;
        }
    }

    private static EndPoint ParseAddress(string address)
    {
        if (IPEndPoint.TryParse(address, out var endPoint) && endPoint.Port > 0)
            return endPoint;
        return address.Split(':') is [{ Length: > 0 } host, var port]
            && ushort.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? new DnsEndPoint(host, number)
            : throw new ArgumentException($"'{address}' is not the address of a gRPC server; expected host:port", nameof(address));
    }
}
