using Google.Protobuf.WellKnownTypes;
using Pulumi.Protocol;

namespace Protocol.Tests.Calls;

public sealed class CancellationTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Giving_up_ends_the_call_on_both_sides()
    {
        var arrived = new TaskCompletionSource();
        var gone = new TaskCompletionSource();
        await using var server = await EngineLog.ServeAsync(async (_, cancellationToken) =>
        {
            await using var registration = cancellationToken.Register(gone.SetResult);
            arrived.SetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return new Empty();
        });
        using var channel = new GrpcChannel(server.Address);
        using var source = new CancellationTokenSource();
        var call = channel.LogAsync(cancellationToken: source.Token);
        await arrived.Task.WaitAsync(Patience);

        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.WaitAsync(Patience));
        await gone.Task.WaitAsync(Patience);
    }

    [Fact]
    public async Task A_call_after_a_cancelled_one_succeeds()
    {
        await using var server = await EngineLog.ServeAsync(async (request, cancellationToken) =>
        {
            if (request.Message == "slow")
                await Task.Delay(Timeout.Infinite, cancellationToken);
            return new Empty();
        });
        using var channel = new GrpcChannel(server.Address);
        using var source = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => channel.LogAsync("slow", source.Token).WaitAsync(Patience));

        await channel.LogAsync("quick").WaitAsync(Patience);
    }

    [Fact]
    public async Task Closing_the_channel_fails_its_calls()
    {
        await using var server = await EngineLog.ServeAsync(async (_, cancellationToken) =>
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return new Empty();
        });
        var channel = new GrpcChannel(server.Address);
        var call = channel.LogAsync();

        channel.Dispose();

        var failure = await Assert.ThrowsAsync<GrpcException>(() => call.WaitAsync(Patience));
        Assert.Equal(GrpcStatusCode.Cancelled, failure.Code);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => channel.LogAsync());
    }
}
