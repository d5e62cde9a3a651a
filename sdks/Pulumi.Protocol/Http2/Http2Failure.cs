using System.Net.Sockets;

namespace Pulumi.Protocol;

/// <summary>Why a call got no answer, as a status and in words.</summary>
internal static class Http2Failure
{
    public static GrpcException Of(string address, Exception failure) => failure switch
    {
        GrpcException { Code: var code } => new(code, $"{address}: {failure.Message}", failure),
        SocketException { SocketErrorCode: SocketError.ConnectionRefused } =>
            Unavailable($"nothing listens on {address}: the connection was refused", failure),
        SocketException { SocketErrorCode: SocketError.TimedOut or SocketError.WouldBlock } =>
            Unavailable($"{address} does not answer", failure),
        SocketException { SocketErrorCode: SocketError.ConnectionReset or SocketError.Shutdown } => Closed(address, failure),
        SocketException => Unavailable($"{address} cannot be reached: {failure.Message}", failure),
        ObjectDisposedException => Closed(address, failure),
        _ => new(GrpcStatusCode.Internal, $"the connection to {address} failed: {failure.Message}", failure),
    };

    public static GrpcException Closed(string address, Exception? cause = null) =>
        Unavailable($"{address} closed the connection during the call", cause);

    public static GrpcException OfReset(string address, int error) =>
        new(CodeOf(error), $"{address} broke the call off with HTTP/2 error {error}");

    public static GrpcException OfGoAway(string address, int error) => error == (int)Http2Error.NoError
        ? Unavailable($"{address} is shutting down and did not take the call", cause: null)
        : new(CodeOf(error), $"{address} broke the connection off with HTTP/2 error {error}");

    private static GrpcException Unavailable(string message, Exception? cause) => new(GrpcStatusCode.Unavailable, message, cause);

    // https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md#errors
    private static GrpcStatusCode CodeOf(int error) => (Http2Error)error switch
    {
        Http2Error.NoError or Http2Error.RefusedStream => GrpcStatusCode.Unavailable,
        Http2Error.Cancel => GrpcStatusCode.Cancelled,
        Http2Error.EnhanceYourCalm => GrpcStatusCode.ResourceExhausted,
        Http2Error.InadequateSecurity => GrpcStatusCode.PermissionDenied,
        _ => GrpcStatusCode.Internal,
    };
}
