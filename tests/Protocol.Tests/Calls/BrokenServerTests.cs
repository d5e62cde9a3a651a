using System.Net;
using System.Net.Sockets;
using System.Text;
using Google.Protobuf.WellKnownTypes;
using Pulumi.Protocol;
using static Protocol.Tests.Calls.ScriptedServer;

namespace Protocol.Tests.Calls;

public sealed class BrokenServerTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Nothing_listens()
    {
        using var reserved = Reserve();
        var address = reserved.LocalEndPoint!.ToString()!;
        using var channel = new GrpcChannel(address);

        var failure = await FailureAsync(channel);

        Assert.Equal(
            (GrpcStatusCode.Unavailable, $"nothing listens on {address}: the connection was refused"), (failure.Code, failure.Message));
    }

    [Fact]
    public async Task A_server_that_comes_up_later_is_found()
    {
        using var socket = Reserve();
        using var channel = new GrpcChannel(socket.LocalEndPoint!.ToString()!);
        await FailureAsync(channel);
        socket.Listen();

        var call = channel.LogAsync();

        using var accepted = await socket.AcceptAsync().WaitAsync(Patience);
        channel.Dispose();
        await Assert.ThrowsAsync<GrpcException>(() => call);
    }

    [Fact]
    public async Task Server_stops_in_the_middle_of_calls()
    {
        var arrived = new TaskCompletionSource();
        var server = await EngineLog.ServeAsync(async (_, _) =>
        {
            arrived.TrySetResult();
            await Task.Delay(Timeout.Infinite, CancellationToken.None);
            return new Empty();
        });
        using var channel = new GrpcChannel(server.Address);
        var calls = Enumerable.Range(0, 50).Select(_ => FailureAsync(channel)).ToList();
        await arrived.Task.WaitAsync(Patience);

        await server.DisposeAsync();

        Assert.All(await Task.WhenAll(calls), failure => Assert.Equal(GrpcStatusCode.Unavailable, failure.Code));
    }

    [Fact]
    public Task Connection_ends_during_the_call() => AssertFailsAsync(
        GrpcStatusCode.Unavailable, "{address} closed the connection during the call");

    [Fact]
    public Task Connection_ends_within_a_frame() => AssertFailsAsync(
        GrpcStatusCode.Unavailable, "{address} closed the connection during the call", Grpc(), Data(0, 0, 0, 0, 0), Ok()[..12]);

    [Fact]
    public Task Message_is_compressed() => AssertFailsAsync(
        GrpcStatusCode.Unimplemented, "the message is compressed (flag 1), which was not agreed on", Grpc(), Data(1, 0, 0, 0, 0), Ok());

    [Fact]
    public Task Message_is_shorter_than_its_length() => AssertFailsAsync(
        GrpcStatusCode.Internal, "the message ends after 2 of 9 bytes", Grpc(), Data(0, 0, 0, 0, 9, 1, 2), Ok());

    [Fact]
    public Task Message_is_shorter_than_its_header() => AssertFailsAsync(
        GrpcStatusCode.Internal, "the message ends after 3 of 5 bytes", Grpc(), Data(0, 0, 0), Ok());

    [Fact]
    public Task Message_claims_four_gigabytes() => AssertFailsAsync(
        GrpcStatusCode.ResourceExhausted,
        "a message of 4294967295 bytes is over the limit of 419430400 bytes",
        Grpc(), Data(0, 255, 255, 255, 255), Ok());

    [Fact]
    public Task Message_is_not_a_protobuf() => AssertFailsAsync(
        GrpcStatusCode.Internal,
        "the message is not a readable Empty: While parsing a protocol message, the input ended unexpectedly in the middle of a field."
        + "  This could mean either that the input has been truncated or that an embedded message misreported its own length.",
        Grpc(), Data(0, 0, 0, 0, 2, 0x0a, 0x7f), Ok());

    [Fact]
    public Task Two_messages_arrive() => AssertFailsAsync(
        GrpcStatusCode.Internal,
        "more than one message arrived for a call that takes one",
        Grpc(), Data(0, 0, 0, 0, 0), Data(0, 0, 0, 0, 0), Ok());

    [Fact]
    public Task Success_comes_without_a_message() => AssertFailsAsync(
        GrpcStatusCode.Internal, "the call succeeded, but the answer has no message", Grpc(), Ok());

    [Fact]
    public Task Answer_has_no_status() => AssertFailsAsync(
        GrpcStatusCode.Internal,
        "the answer ended without a grpc-status",
        Grpc(), Frame(Http2FrameType.Data, Http2Flags.EndStream, 1, 0, 0, 0, 0, 0));

    [Fact]
    public Task Answer_is_trailers_only() => AssertFailsAsync(
        GrpcStatusCode.PermissionDenied,
        "not for you: größe",
        Headers(
            Http2Flags.EndStream,
            (":status", "200"), ("content-type", "application/grpc"), ("grpc-status", "7"), ("grpc-message", "not for you: gr%C3%B6%C3%9Fe")));

    [Fact]
    public Task Status_is_not_one_of_grpc() => AssertFailsAsync(
        GrpcStatusCode.Unknown,
        "the server answered with status 99",
        Headers(Http2Flags.EndStream, (":status", "200"), ("content-type", "application/grpc"), ("grpc-status", "99")));

    [Fact]
    public Task Answer_is_a_web_page() => AssertFailsAsync(
        GrpcStatusCode.Unknown,
        "the server answered with content type 'text/html', not application/grpc",
        Headers(Http2Flags.None, (":status", "200"), ("content-type", "text/html")),
        Frame(Http2FrameType.Data, Http2Flags.EndStream, 1, "<html>"u8.ToArray()));

    [Fact]
    public Task Answer_is_an_http_error() => AssertFailsAsync(
        GrpcStatusCode.Unavailable, "the server answered with HTTP status 503", Headers(Http2Flags.EndStream, (":status", "503")));

    [Fact]
    public Task Call_is_reset() => AssertFailsAsync(
        GrpcStatusCode.Unavailable,
        "{address} broke the call off with HTTP/2 error 7",
        Frame(Http2FrameType.ResetStream, Http2Flags.None, 1, 0, 0, 0, 7));

    [Fact]
    public Task Server_goes_away() => AssertFailsAsync(
        GrpcStatusCode.Unavailable,
        "{address} is shutting down and did not take the call",
        Frame(Http2FrameType.GoAway, Http2Flags.None, 0, 0, 0, 0, 0, 0, 0, 0, 0));

    [Fact]
    public Task Server_speaks_http_1() => AssertFailsAsync(
        GrpcStatusCode.Internal,
        "{address}: the server sent a frame of 4740180 bytes; is this an HTTP/2 server?",
        Encoding.ASCII.GetBytes("HTTP/1.1 400 Bad Request\r\n\r\n"));

    [Fact]
    public Task Frame_is_too_short() => AssertFailsAsync(
        GrpcStatusCode.Internal,
        "{address}: the server sent a frame that is too short",
        Frame(Http2FrameType.WindowUpdate, Http2Flags.None, 0, 1));

    [Fact]
    public Task Headers_are_malformed() => AssertFailsAsync(
        GrpcStatusCode.Internal,
        "{address}: the answer has a malformed header block",
        Frame(Http2FrameType.Headers, Http2Flags.EndHeaders, 1, 0x40, 0x7f));

    private static async Task AssertFailsAsync(GrpcStatusCode code, string message, params byte[][] answer)
    {
        using var server = new ScriptedServer(answer);
        using var channel = new GrpcChannel(server.Address);

        var failure = await FailureAsync(channel);

        Assert.Equal((code, message.Replace("{address}", server.Address)), (failure.Code, failure.Message));
        await server.Served.WaitAsync(Patience);
    }

    private static Task<GrpcException> FailureAsync(GrpcChannel channel) =>
        Assert.ThrowsAsync<GrpcException>(() => channel.LogAsync().WaitAsync(Patience));

    // Bound without listening, so that nobody else gets the port.
    private static Socket Reserve()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return socket;
    }
}
