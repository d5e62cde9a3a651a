using System.Net;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Pulumi.Protocol.Server;

/// <summary>A gRPC server for unary calls over plain HTTP/2 on a free port of the loopback interface, without logging.</summary>
public sealed class GrpcServer : IAsyncDisposable
{
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(5);

    // Not infinite: Kestrel adds it to a clock in nanoseconds, which overflows and closes idle connections at once.
    private static readonly TimeSpan LongestIdle = TimeSpan.FromDays(7);

    private readonly KestrelServer _server;

    private GrpcServer(KestrelServer server)
    {
        _server = server;
        var addresses = server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses;
        Address = new Uri(addresses.Single()).Authority;
    }

    /// <summary>Where it listens, <c>127.0.0.1:port</c>.</summary>
    public string Address { get; }

    /// <summary>Starts to listen.</summary>
    /// <param name="handlers">What to do for each method; others are answered with <see cref="GrpcStatusCode.Unimplemented"/>.</param>
    /// <param name="cancellationToken">Gives up on starting.</param>
    public static async Task<GrpcServer> StartAsync(IEnumerable<GrpcHandler> handlers, CancellationToken cancellationToken = default)
    {
        var server = new KestrelServer(
            Options.Create(NewOptions()),
            new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance),
            NullLoggerFactory.Instance);
        await server.StartAsync(new GrpcApplication(handlers), cancellationToken);
        return new(server);
    }

    /// <summary>Stops: calls under way get five seconds to end, then they are cut off.</summary>
    public async ValueTask DisposeAsync()
    {
        using var timeout = new CancellationTokenSource(StopTimeout);
        await _server.StopAsync(timeout.Token);
        _server.Dispose();
    }

    private static KestrelServerOptions NewOptions()
    {
        var options = new KestrelServerOptions { AddServerHeader = false };
        options.Listen(IPAddress.Loopback, port: 0, listen => listen.Protocols = HttpProtocols.Http2);

        var limits = options.Limits;
        limits.MaxRequestBodySize = null;
        limits.MaxResponseBufferSize = null;
        limits.MinRequestBodyDataRate = null;
        limits.MinResponseDataRate = null;
        limits.KeepAliveTimeout = LongestIdle;
        limits.Http2.MaxStreamsPerConnection = 100_000;
        limits.Http2.InitialStreamWindowSize = 1024 * 1024;
        limits.Http2.InitialConnectionWindowSize = 16 * 1024 * 1024;
        return options;
    }
}
