using Pulumi;
using Pulumirpc;
using Sdks.Tests.Support;

namespace Sdks.Tests.Deployments;

public class FailureTests
{
    [Fact]
    public async Task A_mistake_of_the_user_is_told_in_a_sentence()
    {
        var monitor = new FakeMonitor();

        Assert.Equal(32, await TestProgram.RunAsync(monitor, () => throw new RunException("please fix your program")));

        Assert.Equal("please fix your program", Assert.Single(monitor.Logged).Message);
        Assert.False(monitor.WasShutDown);
    }

    [Fact]
    public async Task An_error_in_an_apply_that_nobody_reads_fails_the_program()
    {
        var monitor = new FakeMonitor();

        var exitCode = await TestProgram.RunAsync(monitor, () => _ = new Widget("w").Urn.Apply(urn => urn.Length > 0 ? throw new InvalidOperationException("boom") : urn));

        Assert.Equal(32, exitCode);
        Assert.Contains("failed with an unhandled exception:\nSystem.InvalidOperationException: boom", Assert.Single(monitor.Logged).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_registration_is_reported_once_and_dependents_are_not_sent()
    {
        var monitor = new FakeMonitor();
        monitor.Answers["bad"] = _ => throw new InvalidOperationException("refused");

        var exitCode = await TestProgram.RunAsync(monitor, () =>
        {
            var bad = new Widget("bad");
            _ = new Widget("dependent", new() { Label = bad.Label.Apply(label => label!) });
        });

        Assert.Equal(32, exitCode);
        Assert.Single(monitor.Logged);
        Assert.DoesNotContain(monitor.Registered, request => request.Name == "dependent");
    }

    [Fact]
    public async Task A_resources_own_mistake_is_reported_beside_it()
    {
        var monitor = new FakeMonitor();

        Assert.Equal(32, await TestProgram.RunAsync(monitor, () => throw new ResourceException("wrong", new Widget("w"), hideStack: true)));

        var log = Assert.Single(monitor.Logged);
        Assert.Equal(("wrong", FakeMonitor.Widget("w")), (log.Message, log.Urn));
    }

    [Fact]
    public async Task A_logged_error_fails_the_program_in_the_end()
    {
        var monitor = new FakeMonitor();

        var exitCode = await TestProgram.RunAsync(monitor, () =>
        {
            Log.Error("only logged");
            _ = new Widget("w");
        });

        Assert.Equal(1, exitCode);
        Assert.Equal(2, monitor.Registered.Count);
        Assert.False(monitor.WasShutDown);
    }

    [Fact]
    public async Task A_program_that_succeeds_tells_the_engine_so()
    {
        var monitor = await TestProgram.SentByAsync(() => Log.Info("hello"));

        Assert.True(monitor.WasShutDown);
        Assert.Equal((LogSeverity.Info, "hello", ""), (monitor.Logged.Single().Severity, monitor.Logged.Single().Message, monitor.Logged.Single().Urn));
    }

    [Fact]
    public async Task A_message_about_a_resource_waits_for_its_urn()
    {
        var monitor = await TestProgram.SentByAsync(() => Log.Warn("careful", new Widget("w")));

        Assert.Equal(FakeMonitor.Widget("w"), Assert.Single(monitor.Logged).Urn);
    }

    [Fact]
    public async Task A_value_that_cannot_be_sent_is_named_with_its_place()
    {
        var monitor = new FakeMonitor();

        Assert.Equal(32, await TestProgram.RunAsync(monitor, () => _ = new Widget("w", new() { Anything = new object[] { DateTime.UnixEpoch } })));

        Assert.Contains(
            "error serializing property \"anything\": System.DateTime is not a supported argument type.\n\tresource:w[acme:index/widget:Widget].anything.id[0]",
            monitor.Logged.Single().Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_required_argument_that_is_missing_is_named()
    {
        var monitor = new FakeMonitor();

        Assert.Equal(32, await TestProgram.RunAsync(monitor, () => _ = new Widget("w", new() { Part = new WidgetPartArgs() })));

        Assert.Contains("[Input] Sdks.Tests.Support.WidgetPartArgs.Name is required but was not given a value", monitor.Logged.Single().Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_declared_outside_a_program() =>
        Assert.Contains("Deployment.RunAsync", (await Assert.ThrowsAsync<InvalidOperationException>(() => Task.FromResult(new Widget("w")))).Message, StringComparison.Ordinal);
}
