using System.Security.Cryptography;
using Google.Protobuf;
using Pulumi.Protocol;
using Pulumirpc;
using Tests.Support;

namespace Protocol.Tests.GrpcGo;

/// <summary>Calls of a server that nobody here wrote, and that speaks HTTP/2 as Pulumi's engine does.</summary>
public sealed class EtcdTests
{
    [RequiresToolFact("etcd")]
    public async Task It_says_that_it_is_well()
    {
        await using var etcd = await Etcd.StartAsync();

        Assert.Equal(HealthCheckResponse.Types.ServingStatus.Serving, (await etcd.CallAsync(Etcd.Check, new())).Status);
    }

    [RequiresToolFact("etcd")]
    public async Task A_megabyte_comes_back_as_sent()
    {
        var value = RandomNumberGenerator.GetBytes(1024 * 1024);
        await using var etcd = await Etcd.StartAsync();

        // More than the first window of 64 KiB, and often enough for the server to measure the connection with pings.
        for (var round = 0; round < 8; round++)
            await etcd.CallAsync(Etcd.Put, new() { Key = Key($"{round}"), Value = ByteString.CopyFrom(value) });

        for (var round = 0; round < 8; round++)
            Assert.Equal(value, Assert.Single((await etcd.CallAsync(Etcd.Range, new() { Key = Key($"{round}") })).Kvs).Value.ToByteArray());
    }

    [RequiresToolFact("etcd")]
    public async Task Two_thousand_calls_take_turns_where_three_are_allowed()
    {
        await using var etcd = await Etcd.StartAsync("--max-concurrent-streams", "3");
        await etcd.CallAsync(Etcd.Put, new() { Key = Key("name"), Value = Key("value") });

        var answers = await Task.WhenAll(Enumerable.Range(0, 2_000).Select(_ => etcd.CallAsync(Etcd.Range, new() { Key = Key("name") })));

        Assert.All(answers, answer => Assert.Equal("value", Assert.Single(answer.Kvs).Value.ToStringUtf8()));
    }

    [RequiresToolFact("etcd")]
    public async Task A_refusal_arrives_with_its_reason()
    {
        await using var etcd = await Etcd.StartAsync();

        var failure = await Assert.ThrowsAsync<GrpcException>(() => etcd.CallAsync(Etcd.Range, new()));

        Assert.Equal((GrpcStatusCode.InvalidArgument, "etcdserver: key is not provided"), (failure.Code, failure.Message));
    }

    [RequiresToolFact("etcd")]
    public async Task A_method_that_it_lacks_is_unimplemented()
    {
        await using var etcd = await Etcd.StartAsync();

        var failure = await Assert.ThrowsAsync<GrpcException>(() => etcd.CallAsync(EngineMethods.Log, new LogRequest()));

        Assert.Equal((GrpcStatusCode.Unimplemented, "unknown service pulumirpc.Engine"), (failure.Code, failure.Message));
    }

    [RequiresToolFact("etcd")]
    public async Task A_request_that_is_refused_half_way_leaves_the_connection_usable()
    {
        await using var etcd = await Etcd.StartAsync();
        var request = new PutRequest { Key = Key("large"), Value = ByteString.CopyFrom(new byte[16 * 1024 * 1024]) };

        var failure = await Assert.ThrowsAsync<GrpcException>(() => etcd.CallAsync(Etcd.Put, request));

        Assert.Equal(GrpcStatusCode.ResourceExhausted, failure.Code);
        Assert.Empty((await etcd.CallAsync(Etcd.Range, new() { Key = Key("large") })).Kvs);
    }

    [RequiresToolFact("etcd")]
    public async Task A_call_after_it_has_ended_finds_nobody()
    {
        await using var etcd = await Etcd.StartAsync();
        await etcd.CallAsync(Etcd.Check, new());

        await etcd.StopAsync();

        var failure = await Assert.ThrowsAsync<GrpcException>(() => etcd.CallAsync(Etcd.Check, new()));
        Assert.Equal(GrpcStatusCode.Unavailable, failure.Code);
    }

    private static ByteString Key(string text) => ByteString.CopyFromUtf8(text);
}
