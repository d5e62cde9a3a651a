using Pulumi.Protocol;

namespace Protocol.Tests.Calls;

public sealed class StatusTests
{
    [Theory]
    [InlineData("")]
    [InlineData("plain")]
    [InlineData("100% of \"größe\"\r\n\ttoo large: 💥")]
    [InlineData("%41 is not an A, %zz is nothing, a trailing %")]
    [InlineData("null \0 and delete \u007f")]
    public async Task Status_and_message_of_a_refusal_arrive_as_sent(string message)
    {
        await using var server = await EngineLog.RefuseAsync(new GrpcException(GrpcStatusCode.FailedPrecondition, message));
        using var channel = new GrpcChannel(server.Address);

        var refusal = await Assert.ThrowsAsync<GrpcException>(() => channel.LogAsync());

        Assert.Equal(GrpcStatusCode.FailedPrecondition, refusal.Code);
        Assert.Equal(message.Length > 0 ? message : "the server answered with status 9", refusal.Message);
    }

    [Fact]
    public async Task A_message_of_a_hundred_kilobytes_arrives_whole()
    {
        var message = string.Concat(Enumerable.Repeat("größe ", 10_000));
        await using var server = await EngineLog.RefuseAsync(new GrpcException(GrpcStatusCode.Aborted, message));
        using var channel = new GrpcChannel(server.Address);

        var refusal = await Assert.ThrowsAsync<GrpcException>(() => channel.LogAsync());

        Assert.Equal(message, refusal.Message);
    }

    [Fact]
    public async Task Any_other_exception_of_a_handler_is_unknown_with_its_message()
    {
        await using var server = await EngineLog.RefuseAsync(new InvalidOperationException("no such stack"));
        using var channel = new GrpcChannel(server.Address);

        var refusal = await Assert.ThrowsAsync<GrpcException>(() => channel.LogAsync());

        Assert.Equal((GrpcStatusCode.Unknown, "no such stack"), (refusal.Code, refusal.Message));
    }

    [Fact]
    public async Task A_method_without_handler_is_unimplemented()
    {
        await using var server = await Pulumi.Protocol.Server.GrpcServer.StartAsync([]);
        using var channel = new GrpcChannel(server.Address);

        var refusal = await Assert.ThrowsAsync<GrpcException>(() => channel.LogAsync());

        Assert.Equal((GrpcStatusCode.Unimplemented, "unknown method /pulumirpc.Engine/Log"), (refusal.Code, refusal.Message));
    }

    [Fact]
    public async Task A_refused_call_leaves_the_connection_usable()
    {
        var calls = 0;
        await using var server = await EngineLog.ServeAsync((_, _) => ++calls == 1
            ? throw new GrpcException(GrpcStatusCode.Internal, "once")
            : Task.FromResult(new Google.Protobuf.WellKnownTypes.Empty()));
        using var channel = new GrpcChannel(server.Address);
        await Assert.ThrowsAsync<GrpcException>(() => channel.LogAsync());

        await channel.LogAsync();

        Assert.Equal(2, calls);
    }
}
