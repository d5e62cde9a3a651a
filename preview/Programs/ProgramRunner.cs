namespace Preview.Programs;

/// <summary>Starts a program with the engine's variables and waits for its end.</summary>
/// <param name="output">Receives the lines that the program prints, wherever it prints them.</param>
/// <param name="timeout">How long it may run.</param>
public sealed class ProgramRunner(Action<string> output, TimeSpan timeout)
{
    /// <summary>Runs the program; when time is up or the caller gives up, it and everything it started are ended.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public async Task<ProgramExit> RunAsync(
        ProgramCommand command, IReadOnlyDictionary<string, string> variables, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(timeout);
        try
        {
            return new(await ChildProcess.RunAsync(command, variables, output, output, limit.Token));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new((int?)null);
        }
    }
}
