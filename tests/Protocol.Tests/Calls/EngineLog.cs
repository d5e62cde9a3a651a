using Google.Protobuf.WellKnownTypes;
using Pulumi.Protocol;
using Pulumi.Protocol.Server;
using Pulumirpc;

namespace Protocol.Tests.Calls;

/// <summary>A server with one method, <c>Engine.Log</c>, and calls of it.</summary>
internal static class EngineLog
{
    public static Task<GrpcServer> ServeAsync(Func<LogRequest, CancellationToken, Task<Empty>> handle) =>
        GrpcServer.StartAsync([GrpcHandler.For(EngineMethods.Log, handle)]);

    public static Task<GrpcServer> RefuseAsync(Exception failure) => ServeAsync((_, _) => Task.FromException<Empty>(failure));

    public static Task<Empty> LogAsync(this GrpcChannel channel, string message = "hello", CancellationToken cancellationToken = default) =>
        channel.CallAsync(EngineMethods.Log, new LogRequest { Message = message }, cancellationToken);
}
