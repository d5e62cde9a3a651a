using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Google.Protobuf;
using Pulumi.Protocol;
using Pulumi.Protocol.Server;

namespace Sdks.Tests.Recordings;

/// <summary>A resource monitor and engine on a real socket that answers as the recordings' engine did and keeps what it was asked.</summary>
public sealed class ReplayEngine : IAsyncDisposable
{
    private static readonly JsonFormatter Formatter =
        new(JsonFormatter.Settings.Default.WithFormatDefaultValues(true).WithPreserveProtoFieldNames(true));

    private readonly ConcurrentQueue<Call> _calls = new();
    private readonly ScriptedAnswers _answers;
    private GrpcServer? _server;

    private ReplayEngine(EngineScript script) => _answers = new(script);

    public string Address => _server!.Address;

    /// <summary>The calls so far, in order of arrival.</summary>
    public IReadOnlyList<Call> Calls => [.. _calls];

    public static async Task<ReplayEngine> StartAsync(EngineScript script)
    {
        var engine = new ReplayEngine(script);
        engine._server = await GrpcServer.StartAsync(engine.Handlers());
        return engine;
    }

    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;

    private IEnumerable<GrpcHandler> Handlers() =>
    [
        Handler(ResourceMonitorMethods.SupportsFeature),
        Handler(ResourceMonitorMethods.RegisterResource),
        Handler(ResourceMonitorMethods.RegisterResourceOutputs),
        Handler(ResourceMonitorMethods.ReadResource),
        Handler(ResourceMonitorMethods.Invoke),
        Handler(ResourceMonitorMethods.SignalAndWaitForShutdown),
        Handler(EngineMethods.Log),
    ];

    private GrpcHandler Handler<TRequest, TResponse>(GrpcMethod<TRequest, TResponse> method)
        where TRequest : class, IMessage<TRequest>
        where TResponse : class, IMessage<TResponse>, new() =>
        GrpcHandler.For(method, (request, _) => Task.FromResult(Answer<TResponse>(method.Name, request)));

    private TResponse Answer<TResponse>(string method, IMessage request)
        where TResponse : IMessage, new()
    {
        var answered = _answers.Answer(new(method, JsonNode.Parse(Formatter.Format(request))!.AsObject()));
        _calls.Enqueue(answered);
        if (answered.Error is { } error)
            throw new GrpcException(Enum.Parse<GrpcStatusCode>(error["status"]!.GetValue<string>()), error["message"]!.GetValue<string>());
        return JsonParser.Default.Parse<TResponse>(answered.Response!.ToJsonString());
    }
}
