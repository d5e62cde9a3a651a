using Google.Protobuf.WellKnownTypes;
using Pulumi.Protocol;
using static Protocol.Tests.Calls.ScriptedServer;

namespace Protocol.Tests.Calls;

/// <summary>Unusual but correct ways to send an answer.</summary>
public sealed class AnswerFramingTests
{
    private static readonly byte[] Message = [0, 0, 0, 0, 0];

    [Fact]
    public Task Message_octet_by_octet() => AssertAnsweredAsync([Grpc(), .. Message.Select(octet => Data(octet)), Ok()]);

    [Fact]
    public Task Padded_frames() => AssertAnsweredAsync(
        Grpc(), Frame(Http2FrameType.Data, Http2Flags.Padded, 1, [2, .. Message, 0, 0]), Ok());

    [Fact]
    public Task Headers_in_pieces()
    {
        var headers = Grpc()[Http2Frame.HeaderLength..];
        return AssertAnsweredAsync(
            Frame(Http2FrameType.Headers, Http2Flags.None, 1, headers[..7]),
            Frame(Http2FrameType.Continuation, Http2Flags.None, 1, headers[7..11]),
            Frame(Http2FrameType.Continuation, Http2Flags.EndHeaders, 1, headers[11..]),
            Data(Message),
            Ok());
    }

    [Fact]
    public Task Pings_unknown_frames_and_early_hints_in_between() => AssertAnsweredAsync(
        Frame(Http2FrameType.Ping, Http2Flags.None, 0, 1, 2, 3, 4, 5, 6, 7, 8),
        Headers(Http2Flags.None, (":status", "103")),
        Frame((Http2FrameType)0xfa, Http2Flags.None, 1, 1, 2, 3),
        Grpc(),
        Frame(Http2FrameType.Priority, Http2Flags.None, 1, 0, 0, 0, 0, 1),
        Data(Message),
        Ok());

    [Fact]
    public Task Headers_by_number_and_with_a_new_table_size() => AssertAnsweredAsync(
        Frame(
            Http2FrameType.Headers, Http2Flags.EndHeaders, 1,
            [0x20, 0x88, 0x5f, 16, .. "application/grpc"u8]),
        Data(Message),
        Ok());

    private static async Task AssertAnsweredAsync(params byte[][] answer)
    {
        using var server = new ScriptedServer(answer);
        using var channel = new GrpcChannel(server.Address);

        Assert.Equal(new Empty(), await channel.LogAsync().WaitAsync(TimeSpan.FromSeconds(20)));
    }
}
