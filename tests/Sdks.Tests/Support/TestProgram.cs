using Pulumi;

namespace Sdks.Tests.Support;

/// <summary>Runs a program against a monitor in memory, as the CLI would against the engine.</summary>
internal static class TestProgram
{
    public static async Task<int> RunAsync(FakeMonitor monitor, Func<Task<IDictionary<string, object?>>> program)
    {
        var settings = new ProgramSettings("shop", "dev", "acme", monitor.IsDryRun, RootDirectory: null);
        using var deployment = new Deployment(settings, monitor, monitor);
        Deployment.Enter(deployment);
        return await new ProgramRunner(deployment).RunAsync(() => _ = new Stack(program, options: null)).WaitAsync(TimeSpan.FromSeconds(30));
    }

    public static Task<int> RunAsync(FakeMonitor monitor, Action program) => RunAsync(monitor, () =>
    {
        program();
        return Task.FromResult<IDictionary<string, object?>>(new Dictionary<string, object?>());
    });

    /// <summary>Runs a program that must succeed.</summary>
    public static async Task<FakeMonitor> SentByAsync(Action program, bool isDryRun = false)
    {
        var monitor = new FakeMonitor { IsDryRun = isDryRun };
        var exitCode = await RunAsync(monitor, program);
        Assert.True(exitCode == 0, string.Join('\n', monitor.Logged.Select(log => log.Message)));
        return monitor;
    }
}
