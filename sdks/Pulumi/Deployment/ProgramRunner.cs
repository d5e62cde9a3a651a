using System.Diagnostics.CodeAnalysis;
using Pulumirpc;

namespace Pulumi;

/// <summary>Runs a program to its end, tells the engine what went wrong, and knows the exit code.</summary>
internal sealed class ProgramRunner(Deployment deployment)
{
    /// <summary>Failed, and the user has been told: the CLI adds nothing.</summary>
    private const int AlreadyReported = 32;

    private const int Failed = 1;

    private static readonly TimeSpan UrnGrace = TimeSpan.FromSeconds(5);

    public async Task<int> RunAsync(Action program)
    {
        var failures = await ProgramTask.RunAsync(deployment, program);
        try
        {
            foreach (var failure in failures)
                Report(failure);
            await deployment.Log.CloseAsync(UrnGrace);
            if (failures.Count > 0)
                return AlreadyReported;
            if (deployment.Log.HasErrors)
                return Failed;
            return await ShutDownAsync();
        }
        catch (LogException exception)
        {
            await Console.Error.WriteLineAsync($"Error occurred trying to send logging message to engine:\n{exception.Message}");
            foreach (var failure in failures)
                await Console.Error.WriteLineAsync(FailureText.Of(failure));
            return Failed;
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever ends the conversation is reported like any other failure.")]
    private async Task<int> ShutDownAsync()
    {
        try
        {
            await deployment.Monitor.SignalAndWaitForShutdownAsync();
            return 0;
        }
        catch (Exception exception)
        {
            Report(exception);
            await deployment.Log.CloseAsync(UrnGrace);
            return AlreadyReported;
        }
    }

    private void Report(Exception failure) =>
        deployment.Log.Write(LogSeverity.Error, FailureText.Of(failure), (failure as ResourceException)?.Resource);
}
