using Google.Protobuf;

namespace Pulumi.Protocol;

/// <summary>A unary gRPC method: where it is and how its messages are read.</summary>
/// <param name="Service">Full service name, such as <c>pulumirpc.Engine</c>.</param>
/// <param name="Name">Method name, such as <c>Log</c>.</param>
/// <param name="RequestParser">Reads requests.</param>
/// <param name="ResponseParser">Reads responses.</param>
public sealed record GrpcMethod<TRequest, TResponse>(
    string Service, string Name, MessageParser<TRequest> RequestParser, MessageParser<TResponse> ResponseParser)
    where TRequest : IMessage<TRequest>
    where TResponse : IMessage<TResponse>
{
    /// <summary>The path of the HTTP/2 request, such as <c>/pulumirpc.Engine/Log</c>.</summary>
    public string Path { get; } = $"/{Service}/{Name}";
}
