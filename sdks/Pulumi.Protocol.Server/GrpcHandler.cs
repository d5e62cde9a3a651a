using Google.Protobuf;

namespace Pulumi.Protocol.Server;

/// <summary>What a server does for one method.</summary>
public abstract class GrpcHandler
{
    private protected GrpcHandler()
    {
    }

    /// <summary>The path of its requests, such as <c>/pulumirpc.Engine/Log</c>.</summary>
    public abstract string Path { get; }

    /// <summary>Handles a method with a function of its request; the token is cancelled when the caller gives up or is gone.</summary>
    /// <remarks>
    /// A <see cref="GrpcException"/> that the function throws is the status of the call; any other exception is
    /// <see cref="GrpcStatusCode.Unknown"/> with its message.
    /// </remarks>
    public static GrpcHandler For<TRequest, TResponse>(
        GrpcMethod<TRequest, TResponse> method, Func<TRequest, CancellationToken, Task<TResponse>> handle)
        where TRequest : class, IMessage<TRequest>
        where TResponse : class, IMessage<TResponse> => new Unary<TRequest, TResponse>(method, handle);

    /// <summary>Handles a method with a function that answers at once.</summary>
    /// <inheritdoc cref="For{TRequest,TResponse}(GrpcMethod{TRequest,TResponse},Func{TRequest,CancellationToken,Task{TResponse}})" path="/remarks"/>
    public static GrpcHandler For<TRequest, TResponse>(GrpcMethod<TRequest, TResponse> method, Func<TRequest, TResponse> handle)
        where TRequest : class, IMessage<TRequest>
        where TResponse : class, IMessage<TResponse> => For(method, (request, _) => Task.FromResult(handle(request)));

    internal abstract Task<PooledBytes> AnswerAsync(PooledBytes request, CancellationToken cancellationToken);

    private sealed class Unary<TRequest, TResponse>(
        GrpcMethod<TRequest, TResponse> method, Func<TRequest, CancellationToken, Task<TResponse>> handle) : GrpcHandler
        where TRequest : class, IMessage<TRequest>
        where TResponse : class, IMessage<TResponse>
    {
        public override string Path => method.Path;

        internal override async Task<PooledBytes> AnswerAsync(PooledBytes request, CancellationToken cancellationToken)
        {
            var message = GrpcFrame.Decode(request, method.RequestParser);
            return GrpcFrame.Encode(await handle(message, cancellationToken));
        }
    }
}
