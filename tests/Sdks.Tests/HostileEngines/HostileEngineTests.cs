using System.Net;
using System.Net.Sockets;
using Google.Protobuf.WellKnownTypes;
using Pulumi.Protocol;

namespace Sdks.Tests.HostileEngines;

/// <summary>Whatever the engine does, the program ends, says why, and fails. A run that hangs fails after a minute.</summary>
public sealed class HostileEngineTests
{
    private const int AlreadyReported = 32;

    [Fact]
    public async Task Nothing_listens()
    {
        using var reserved = Reserve();
        var address = reserved.LocalEndPoint!.ToString()!;

        var (exitCode, stdout, stderr) = await HostileRun.OfAsync(address, address);

        Assert.Equal((1, ""), (exitCode, stdout));
        Assert.Contains($"nothing listens on {address}: the connection was refused", stderr, StringComparison.Ordinal);
        Assert.DoesNotContain("unobserved", stderr, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_monitor_does_not_listen()
    {
        using var reserved = Reserve();
        var monitor = reserved.LocalEndPoint!.ToString()!;
        await using var engine = await HostileEngine.StartAsync((_, request) => Task.FromResult(HostileEngine.Echo(request)));

        var run = await HostileRun.OfAsync(monitor, engine.Address);

        Assert.Equal((AlreadyReported, "", ""), run);
        Assert.Contains(
            $"nothing listens on {monitor}: the connection was refused", Assert.Single(engine.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Engine_goes_in_the_middle_of_the_run()
    {
        Task? gone = null;
        await using var engine = await HostileEngine.StartAsync(async (self, _) =>
        {
            gone = self.DisposeAsync().AsTask();
            await Task.Delay(Timeout.Infinite);
            return new();
        });

        var (exitCode, stdout, stderr) = await HostileRun.OfAsync(engine.Address, engine.Address);

        await gone!;
        Assert.Equal((1, ""), (exitCode, stdout));
        Assert.Contains(engine.Address, stderr, StringComparison.Ordinal);
        Assert.DoesNotContain("unobserved", stderr, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_registration_is_refused()
    {
        await using var engine = await HostileEngine.StartAsync((_, _) =>
            throw new GrpcException(GrpcStatusCode.Unknown, "node-0: the quota of 25 droplets is used up"));

        var run = await HostileRun.OfAsync(engine.Address, engine.Address);

        Assert.Equal((AlreadyReported, "", ""), run);
        Assert.Contains("node-0: the quota of 25 droplets is used up", Assert.Single(engine.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_holds_a_malformed_special_value()
    {
        await using var engine = await HostileEngine.StartAsync((_, request) =>
        {
            var response = HostileEngine.Echo(request);
            response.Object.Fields["userData"] = Value.Parser.ParseJson(
                """{"4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270"}""");
            return Task.FromResult(response);
        });

        var run = await HostileRun.OfAsync(engine.Address, engine.Address);

        Assert.Equal((AlreadyReported, "", ""), run);
        Assert.Contains(
            "The engine answered with a malformed Pulumi.DigitalOcean.Droplet.userData: a secret without `value`.",
            Assert.Single(engine.Errors),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_property_of_fifty_megabytes_goes_both_ways()
    {
        const int Length = 50 * 1024 * 1024;
        var lengths = new List<int>();
        await using var engine = await HostileEngine.StartAsync((_, request) =>
        {
            lengths.Add(request.Object.Fields["userData"].StringValue.Length);
            return Task.FromResult(HostileEngine.Echo(request));
        });

        var run = await HostileRun.OfAsync(engine.Address, engine.Address, userDataLength: Length);

        Assert.Equal((0, "", ""), run);
        Assert.Equal([Length], lengths);
        Assert.Empty(engine.Errors);
    }

    [Fact]
    public async Task Two_thousand_registrations_are_answered_only_when_all_have_come()
    {
        const int Count = 2_000;
        var come = 0;
        var all = new TaskCompletionSource();
        await using var engine = await HostileEngine.StartAsync(async (_, request) =>
        {
            if (Interlocked.Increment(ref come) == Count)
                all.SetResult();
            await all.Task;
            return HostileEngine.Echo(request);
        });

        var run = await HostileRun.OfAsync(engine.Address, engine.Address, Count);

        Assert.Equal((0, "", ""), run);
        Assert.Equal(Count, come);
    }

    // Bound without listening, so that nobody else gets the port.
    private static Socket Reserve()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return socket;
    }
}
