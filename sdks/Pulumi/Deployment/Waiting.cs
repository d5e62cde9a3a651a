namespace Pulumi;

/// <summary>
/// Collects what is not there yet while a request is put together. Putting a request together is plain code, which is run again
/// once everything collected has arrived; a state machine for each value would cost more than the second run.
/// </summary>
internal sealed class Waiting
{
    private readonly List<Task> _tasks = [];

    /// <summary>Whether everything asked for so far was there.</summary>
    public bool IsOver => _tasks.Count == 0;

    /// <summary>The data of an output; unknown, and waited for, when it is not there yet.</summary>
    public OutputData<T> For<T>(Output<T> output)
    {
        if (output.TryGetData(out var data))
            return data;
        Add(output.WhenCompleteAsync());
        return OutputData<T>.Unknown(isSecret: false, []);
    }

    public void Add(Task task)
    {
        if (!_tasks.Contains(task))
            _tasks.Add(task);
    }

    /// <summary>Runs a step until nothing that it asks for is missing.</summary>
    public async Task<T> UntilCompleteAsync<T>(Func<Waiting, T> step)
    {
        while (true)
        {
            var result = step(this);
            if (IsOver)
                return result;
            await ArriveAsync();
        }
    }

    /// <summary>Waits for everything collected, and forgets it; fails with the first that failed.</summary>
    public Task ArriveAsync()
    {
        var all = _tasks.Count == 1 ? _tasks[0] : Task.WhenAll(_tasks);
        _tasks.Clear();
        return all;
    }
}
