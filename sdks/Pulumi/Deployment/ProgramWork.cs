namespace Pulumi;

/// <summary>Everything a program has started and not finished. It is over when nothing is left, or when something failed.</summary>
internal sealed class ProgramWork
{
    private readonly Lock _gate = new();
    private readonly List<Exception> _failures = [];
    private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _running;

    public void Track(Task task)
    {
        if (task.IsCompletedSuccessfully)
            return;

        Interlocked.Increment(ref _running);
        _ = task.ContinueWith(
            static (task, work) => ((ProgramWork)work!).Finish(task),
            this,
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
    }

    /// <summary>Waits for the end, and returns what had failed by then, each cause once.</summary>
    public async Task<IReadOnlyList<Exception>> WhenOverAsync()
    {
        await _over.Task;
        lock (_gate)
            return [.. _failures];
    }

    /// <summary>Notes a failure ahead of the task that ends with it.</summary>
    public void Fail(Exception exception) => Fail([exception]);

    private void Finish(Task task)
    {
        if (task.Exception is { } exception)
            Fail(exception.InnerExceptions);
        else if (task.IsCanceled)
            Fail([new TaskCanceledException(task)]);
        if (Interlocked.Decrement(ref _running) == 0)
            _over.TrySetResult();
    }

    private void Fail(IReadOnlyCollection<Exception> exceptions)
    {
        lock (_gate)
            _failures.AddRange(exceptions.Where(exception => !_failures.Exists(known => HaveSameCause(known, exception))));
        _over.TrySetResult();
    }

    private static bool HaveSameCause(Exception first, Exception second) => (first.GetBaseException(), second.GetBaseException()) switch
    {
        (RpcException { IsUnavailable: true } known, RpcException { IsUnavailable: true } other) => known.Message == other.Message,
        var (known, other) => ReferenceEquals(known, other),
    };
}
