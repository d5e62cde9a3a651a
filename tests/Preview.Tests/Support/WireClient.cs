using Google.Protobuf;
using Preview.Answers;
using Preview.Engine;
using Preview.Planning;
using Pulumi.Protocol;
using Pulumi.Protocol.Server;
using Pulumirpc;

namespace Preview.Tests.Support;

/// <summary>A program's side of the protocol, against a real server on a loopback socket.</summary>
internal sealed class WireClient : IAsyncDisposable
{
    private readonly GrpcServer _server;
    private readonly GrpcChannel _channel;
    private readonly PlanBuilder _builder;

    private WireClient(GrpcServer server, PlanBuilder builder)
    {
        _server = server;
        _builder = builder;
        _channel = new(server.Address);
    }

    public Plan Plan => _builder.Build();

    public static async Task<WireClient> ConnectAsync(IAnswerRegistrations? answers = null)
    {
        var builder = Samples.Builder();
        var session = new EngineSession("shop", "dev", answers ?? new PreviewAnswers(), builder);
        var server = await GrpcServer.StartAsync([.. new ResourceMonitorServer(session).Handlers(), .. new EngineServer(session).Handlers()]);
        var client = new WireClient(server, builder);
        await client.RegisterAsync(new() { Type = Urn.StackType, Name = "shop-dev" });
        return client;
    }

    public Task<TResponse> CallAsync<TRequest, TResponse>(GrpcMethod<TRequest, TResponse> method, TRequest request)
        where TRequest : class, IMessage<TRequest>
        where TResponse : class, IMessage<TResponse> => _channel.CallAsync(method, request);

    public Task<RegisterResourceResponse> RegisterAsync(RegisterResourceRequest request) =>
        CallAsync(ResourceMonitorMethods.RegisterResource, request);

    public Task<RegisterResourceResponse> RegisterDropletAsync(string name, params (string Name, PropertyValue Value)[] inputs) => RegisterAsync(new()
    {
        Type = Samples.DropletType,
        Name = name,
        Parent = Samples.Stack,
        Custom = true,
        Object = PropertyValueCodec.EncodeMap(new(Samples.Members(inputs))),
    });

    public async Task<string> RefusalAsync(RegisterResourceRequest request) =>
        (await Assert.ThrowsAsync<GrpcException>(() => RegisterAsync(request))).Message;

    public async ValueTask DisposeAsync()
    {
        _channel.Dispose();
        await _server.DisposeAsync();
    }
}
