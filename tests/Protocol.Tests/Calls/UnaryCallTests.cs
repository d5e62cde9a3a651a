using Google.Protobuf.WellKnownTypes;
using Pulumi.Protocol;
using Pulumi.Protocol.Server;
using Pulumirpc;

namespace Protocol.Tests.Calls;

public sealed class UnaryCallTests
{
    [Fact]
    public async Task Request_and_response_arrive_as_sent()
    {
        var seen = new List<string>();
        await using var server = await GrpcServer.StartAsync([GrpcHandler.For(ResourceMonitorMethods.ReadResource, request =>
        {
            seen.Add(request.Id);
            return new ReadResourceResponse { Urn = $"urn of {request.Id}", Properties = request.Properties };
        })]);
        using var channel = new GrpcChannel(server.Address);
        var properties = new Struct { Fields = { ["größe"] = Value.ForString("s-1vcpu-1gb ✓") } };

        var response = await channel.CallAsync(
            ResourceMonitorMethods.ReadResource, new ReadResourceRequest { Id = "42", Properties = properties });

        Assert.Equal(["42"], seen);
        Assert.Equal("urn of 42", response.Urn);
        Assert.Equal(properties, response.Properties);
    }

    [Fact]
    public async Task An_empty_message_is_a_message()
    {
        await using var server = await EngineLog.ServeAsync((_, _) => Task.FromResult(new Empty()));
        using var channel = new GrpcChannel(server.Address);

        Assert.Equal(new Empty(), await channel.CallAsync(EngineMethods.Log, new LogRequest()));
    }

    [Fact]
    public async Task Fifty_megabytes_pass_both_ways()
    {
        await using var server = await GrpcServer.StartAsync([GrpcHandler.For(
            ResourceMonitorMethods.ReadResource, request => new ReadResourceResponse { Urn = request.Id })]);
        using var channel = new GrpcChannel(server.Address);
        var large = new string('x', 50 * 1024 * 1024);

        var response = await channel.CallAsync(ResourceMonitorMethods.ReadResource, new ReadResourceRequest { Id = large });

        Assert.Equal(large, response.Urn);
    }

    [Fact]
    public async Task A_property_two_hundred_levels_deep_passes()
    {
        await using var server = await GrpcServer.StartAsync([GrpcHandler.For(
            ResourceMonitorMethods.ReadResource, request => new ReadResourceResponse { Properties = request.Properties })]);
        using var channel = new GrpcChannel(server.Address);
        var deep = new Struct();
        for (var level = 0; level < 200; level++)
            deep = new Struct { Fields = { ["inner"] = Value.ForStruct(deep) } };

        var response = await channel.CallAsync(ResourceMonitorMethods.ReadResource, new ReadResourceRequest { Properties = deep });

        Assert.Equal(deep, response.Properties);
    }

    [Fact]
    public async Task Two_thousand_calls_wait_for_each_other()
    {
        const int Calls = 2_000;
        var arrived = 0;
        var allArrived = new TaskCompletionSource();
        await using var server = await EngineLog.ServeAsync(async (_, cancellationToken) =>
        {
            if (Interlocked.Increment(ref arrived) == Calls)
                allArrived.SetResult();
            await allArrived.Task.WaitAsync(cancellationToken);
            return new Empty();
        });
        using var channel = new GrpcChannel(server.Address);

        await Task.WhenAll(Enumerable.Range(0, Calls).Select(_ => channel.LogAsync())).WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal(Calls, arrived);
    }
}
