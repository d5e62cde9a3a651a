using Google.Protobuf;
using Pulumi.Protocol;

namespace Sdks.Tests.Recordings;

public class ReplayEngineTests
{
    private static readonly JsonParser Lenient = new(JsonParser.Settings.Default.WithIgnoreUnknownFields(true));

    /// <summary>A message of ours that lacks a field, or numbers it otherwise than its neighbour, would lose the field on the way.</summary>
    [Theory]
    [InlineData("05-secrets.up")]
    [InlineData("06-options.up")]
    [InlineData("06-options.noAliasSpecs.up")]
    [InlineData("07-service.up")]
    [InlineData("08-invoke.up")]
    [InlineData("10-failures.logErrorOnly.up")]
    [InlineData("15-read.up")]
    public async Task Recorded_requests_arrive_over_a_socket_as_they_were_sent(string name)
    {
        var recording = Recording.Load(name);
        await using var engine = await ReplayEngine.StartAsync(recording.Script);
        using var channel = new GrpcChannel(engine.Address);

        foreach (var call in recording.Conversation.Calls)
            await SendAsync(channel, call);

        var differences = ConversationComparison.Differences(recording.Conversation, recording.Conversation with { Calls = engine.Calls });
        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }

    [Fact]
    public async Task A_scripted_error_is_the_status_of_the_call()
    {
        var recording = Recording.Load("10-failures.rpcError.up");
        await using var engine = await ReplayEngine.StartAsync(recording.Script);
        using var channel = new GrpcChannel(engine.Address);

        var error = await Assert.ThrowsAsync<GrpcException>(() => SendAsync(channel, recording.Conversation.Registration("bad")));

        Assert.Equal(GrpcStatusCode.Unknown, error.Code);
        Assert.Contains("length must be positive", error.Message, StringComparison.Ordinal);
    }

    private static Task SendAsync(GrpcChannel channel, Call call) => call.Method switch
    {
        "SupportsFeature" => SendAsync(channel, ResourceMonitorMethods.SupportsFeature, call),
        "RegisterResource" => SendAsync(channel, ResourceMonitorMethods.RegisterResource, call),
        "RegisterResourceOutputs" => SendAsync(channel, ResourceMonitorMethods.RegisterResourceOutputs, call),
        "ReadResource" => SendAsync(channel, ResourceMonitorMethods.ReadResource, call),
        "Invoke" => SendAsync(channel, ResourceMonitorMethods.Invoke, call),
        "SignalAndWaitForShutdown" => SendAsync(channel, ResourceMonitorMethods.SignalAndWaitForShutdown, call),
        "Log" => SendAsync(channel, EngineMethods.Log, call),
        _ => throw new ArgumentException(call.Method, nameof(call)),
    };

    private static Task<TResponse> SendAsync<TRequest, TResponse>(GrpcChannel channel, GrpcMethod<TRequest, TResponse> method, Call call)
        where TRequest : class, IMessage<TRequest>, new()
        where TResponse : class, IMessage<TResponse> =>
        channel.CallAsync(method, Lenient.Parse<TRequest>(call.Request.ToJsonString()));
}
