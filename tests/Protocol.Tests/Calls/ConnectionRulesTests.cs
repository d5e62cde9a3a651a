using Google.Protobuf.WellKnownTypes;
using Pulumi.Protocol;
using static Protocol.Tests.Calls.FramePeer;
using static Protocol.Tests.Calls.ScriptedServer;

namespace Protocol.Tests.Calls;

/// <summary>What a client owes a server by RFC 9113 beyond the call itself.</summary>
public sealed class ConnectionRulesTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly byte[] Message = [0, 0, 0, 0, 0];

    private readonly FramePeer _peer = new();
    private readonly GrpcChannel _channel;

    public ConnectionRulesTests() => _channel = new GrpcChannel(_peer.Address);

    public void Dispose()
    {
        _channel.Dispose();
        _peer.Dispose();
    }

    [Fact]
    public async Task Settings_and_pings_are_answered()
    {
        var call = _channel.LogAsync();
        await _peer.AcceptAsync();
        await _peer.SendAsync(Frame(Http2FrameType.Ping, Http2Flags.None, 0, 1, 2, 3, 4, 5, 6, 7, 8));

        await _peer.NextAsync(Http2FrameType.Settings);
        var (settings, _) = await _peer.NextAsync(Http2FrameType.Settings);
        var (ping, echo) = await _peer.NextAsync(Http2FrameType.Ping);

        Assert.True(settings.Has(Http2Flags.Acknowledge));
        Assert.True(ping.Has(Http2Flags.Acknowledge));
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8], echo);
        await FinishAsync(call);
    }

    [Fact]
    public async Task No_more_is_sent_than_the_windows_allow()
    {
        var call = _channel.LogAsync(new string('x', 300));
        await _peer.AcceptAsync((Http2Setting.InitialWindowSize, 100));
        Assert.Equal(100, await SentAsync());

        // Half a window less is due back before there is room again (section 6.9.2).
        await _peer.SendAsync(Settings((Http2Setting.InitialWindowSize, 50)), WindowUpdate(1, 60));
        Assert.Equal(10, await SentAsync());

        await _peer.SendAsync(Settings((Http2Setting.InitialWindowSize, 70)));
        Assert.Equal(20, await SentAsync());

        await _peer.SendAsync(WindowUpdate(1, 1_000));
        var (rest, _) = await _peer.NextAsync(Http2FrameType.Data);
        Assert.Equal((308 - 130, true), (rest.Length, rest.Has(Http2Flags.EndStream)));
        await FinishAsync(call);
    }

    [Fact]
    public async Task Calls_wait_for_their_turn()
    {
        var calls = new[] { _channel.LogAsync("a"), _channel.LogAsync("b") };
        await _peer.AcceptAsync((Http2Setting.MaxConcurrentStreams, 1));

        var (first, _) = await _peer.NextAsync(Http2FrameType.Data);
        // Were there a second call, it would come before the echo.
        await _peer.SendAsync(Frame(Http2FrameType.Ping, Http2Flags.None, 0, new byte[8]));
        await _peer.NextAsync(Http2FrameType.Ping);
        await FinishAsync(calls[0]);
        var (second, _) = await _peer.NextAsync(Http2FrameType.Data);

        Assert.Equal((1, 3), (first.StreamId, second.StreamId));
    }

    [Fact]
    public async Task A_server_that_shuts_down_finishes_what_it_took_and_the_next_call_connects_anew()
    {
        var taken = _channel.LogAsync();
        await _peer.AcceptAsync();
        await _peer.NextAsync(Http2FrameType.Data);
        await _peer.SendAsync(GoAway(lastStreamId: 1));
        await FinishAsync(taken);

        var next = _channel.LogAsync();

        await _peer.AcceptAsync();
        var (data, _) = await _peer.NextAsync(Http2FrameType.Data);
        Assert.Equal(1, data.StreamId);
        await FinishAsync(next);
    }

    [Fact]
    public async Task An_answer_may_come_octet_by_octet()
    {
        var call = _channel.LogAsync();
        await _peer.AcceptAsync();
        await _peer.NextAsync(Http2FrameType.Data);

        foreach (var octet in (byte[])[.. Grpc(), .. Data(Message), .. Ok()])
            await _peer.SendAsync([octet]);

        Assert.Equal(new Empty(), await call.WaitAsync(Patience));
    }

    private async Task FinishAsync(Task<Empty> call)
    {
        await _peer.SendAsync(Grpc(), Data(Message), Ok());
        Assert.Equal(new Empty(), await call.WaitAsync(Patience));
    }

    private async Task<int> SentAsync() => (await _peer.NextAsync(Http2FrameType.Data)).Frame.Length;
}
