using System.Diagnostics.CodeAnalysis;

namespace Pulumi;

/// <summary>A program and everything it starts.</summary>
internal static class ProgramTask
{
    /// <summary>Runs the program, waits for what it started, and returns what failed.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "What the program throws is returned, for whoever runs it to report.")]
    public static Task<IReadOnlyList<Exception>> RunAsync(Deployment deployment, Action program)
    {
        // Outlives the constructor, so that work is never over while the program still declares resources.
        var declaring = new TaskCompletionSource();
        deployment.Work.Track(declaring.Task);
        try
        {
            program();
            declaring.SetResult();
        }
        catch (Exception exception)
        {
            declaring.SetException(exception);
        }

        return deployment.Work.WhenOverAsync();
    }
}
