using System.Collections.Concurrent;
using Google.Protobuf.WellKnownTypes;
using Pulumi.Protocol;
using Pulumi.Protocol.Server;
using Pulumirpc;

namespace Sdks.Tests.HostileEngines;

/// <summary>An engine that does as it should except for what a test gives it to do with a droplet.</summary>
internal sealed class HostileEngine : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _errors = new();
    private GrpcServer? _server;

    public string Address => _server!.Address;

    /// <summary>What the user was told.</summary>
    public IReadOnlyList<string> Errors => [.. _errors];

    public static async Task<HostileEngine> StartAsync(Func<HostileEngine, RegisterResourceRequest, Task<RegisterResourceResponse>> register)
    {
        var engine = new HostileEngine();
        engine._server = await GrpcServer.StartAsync(
        [
            GrpcHandler.For(ResourceMonitorMethods.SupportsFeature, _ => new SupportsFeatureResponse { HasSupport = true }),
            GrpcHandler.For(ResourceMonitorMethods.RegisterResource, (request, _) => request.Custom
                ? register(engine, request)
                : Task.FromResult(Echo(request))),
            GrpcHandler.For(ResourceMonitorMethods.RegisterResourceOutputs, _ => new Empty()),
            GrpcHandler.For(ResourceMonitorMethods.SignalAndWaitForShutdown, _ => new Empty()),
            GrpcHandler.For(EngineMethods.Log, engine.Log),
        ]);
        return engine;
    }

    public static RegisterResourceResponse Echo(RegisterResourceRequest request) => new()
    {
        Urn = $"urn:pulumi:dev::hostile::{request.Type}::{request.Name}",
        Id = request.Custom ? $"{request.Name}-id" : "",
        Object = request.Object,
    };

    public ValueTask DisposeAsync() => _server!.DisposeAsync();

    private Empty Log(LogRequest request)
    {
        if (request.Severity == LogSeverity.Error)
            _errors.Enqueue(request.Message);
        return new();
    }
}
