using Google.Protobuf.WellKnownTypes;
using Pulumi.Protocol;
using Pulumi.Protocol.Server;
using Pulumirpc;

namespace Benchmarks;

/// <summary>An engine of this process that answers at once: a resource is its inputs, an id, and an address if it is a droplet.</summary>
internal sealed class WarmEngine : IAsyncDisposable
{
    private readonly GrpcServer _server;
    private int _registrations;

    private WarmEngine(Func<WarmEngine, Task<GrpcServer>> start) => _server = start(this).GetAwaiter().GetResult();

    /// <summary>How many resources were declared since the last time this was asked.</summary>
    public int TakeRegistrations() => Interlocked.Exchange(ref _registrations, 0);

    public string Address => _server.Address;

    public static WarmEngine Start() => new(engine => GrpcServer.StartAsync(
    [
        GrpcHandler.For(ResourceMonitorMethods.SupportsFeature, _ => new SupportsFeatureResponse { HasSupport = true }),
        GrpcHandler.For(ResourceMonitorMethods.RegisterResource, engine.Register),
        GrpcHandler.For(ResourceMonitorMethods.RegisterResourceOutputs, _ => new Empty()),
        GrpcHandler.For(ResourceMonitorMethods.SignalAndWaitForShutdown, _ => new Empty()),
        GrpcHandler.For(EngineMethods.Log, _ => new Empty()),
    ]));

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private RegisterResourceResponse Register(RegisterResourceRequest request)
    {
        Interlocked.Increment(ref _registrations);
        var state = request.Object ?? new Struct();
        if (request.Type == "digitalocean:index/droplet:Droplet")
            state.Fields["ipv4Address"] = Value.ForString("203.0.113.7");
        return new()
        {
            Urn = $"urn:pulumi:bench::groups::{request.Type}::{request.Name}",
            Id = request.Custom ? $"{request.Name}-id" : "",
            Object = state,
        };
    }
}
