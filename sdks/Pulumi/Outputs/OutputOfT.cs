namespace Pulumi;

/// <summary>
/// A value that may not be known yet, that may be secret, and that remembers the resources it came from.
/// It is read with <c>Apply</c>, which keeps all three.
/// </summary>
/// <typeparam name="T">Type of the value.</typeparam>
public sealed class Output<T> : IOutput
{
    // Null while nobody waits, else what they wait for; the task of the step that makes the value; or Done, once the data is there.
    private object? _state;
    private OutputData<T> _data;

    internal Output(OutputData<T> data)
    {
        _data = data;
        _state = OutputState.Done;
    }

    internal Output(Task<OutputData<T>> task)
    {
        if (task.IsCompletedSuccessfully)
        {
            _data = task.Result;
            _state = OutputState.Done;
            return;
        }

        _state = task;
        Deployment.Current?.Work.Track(task);
    }

    private Output()
    {
    }

    Type IOutput.ValueType => typeof(T);

    /// <summary>An output that <see cref="Complete"/> or <see cref="Fail"/> ends later.</summary>
    internal static Output<T> Pending() => new();

    /// <summary>An output of the value that <paramref name="value"/> brings.</summary>
    /// <param name="value">The task to wait for; when it fails, so does the program.</param>
    /// <returns>A known, plain output.</returns>
    public static Output<T> Create(Task<T> value) => new(OutputSteps.FromTaskAsync(value));

    /// <summary>Transforms the value once it is known; an unknown value stays unknown and <paramref name="func"/> is not called.</summary>
    /// <typeparam name="U">Type of the result.</typeparam>
    /// <param name="func">What to make of the value.</param>
    /// <returns>The result, secret and dependent on resources as this output is.</returns>
    public Output<U> Apply<U>(Func<T, U> func)
    {
        if (!TryGetData(out var data))
            return new Output<U>(OutputSteps.ApplyAsync(this, func));
        return data.IsKnown
            ? OutputSteps.Guard(() => new Output<U>(new OutputData<U>(func(data.Value), IsKnown: true, data.IsSecret, data.Resources)))
            : new Output<U>(OutputData<U>.Unknown(data.IsSecret, data.Resources));
    }

    /// <inheritdoc cref="Apply{U}(Func{T, U})"/>
    public Output<U> Apply<U>(Func<T, Task<U>> func) => new(OutputSteps.ApplyAsync(this, func));

    /// <inheritdoc cref="Apply{U}(Func{T, U})"/>
    public Output<U> Apply<U>(Func<T, Input<U>?> func) => new(OutputSteps.ApplyAsync(this, value => func(value)?.ToOutput()));

    /// <inheritdoc cref="Apply{U}(Func{T, U})"/>
    public Output<U> Apply<U>(Func<T, Output<U>?> func)
    {
        if (!TryGetData(out var data) || !data.IsKnown)
            return new(OutputSteps.ApplyAsync(this, func));
        return OutputSteps.Guard(() => OutputSteps.After(func(data.Value), data.IsSecret, data.Resources));
    }

    /// <summary>Says how to read the value, since an output has no text of its own.</summary>
    /// <returns>An explanation, never the value.</returns>
    public override string ToString() =>
        $"An Output<{typeof(T).Name}> has no text of its own: its value may not be known yet. " +
        "Use Output.Format($\"...{output}...\") or output.Apply(value => ...) to build text from it.";

    internal bool TryGetData(out OutputData<T> data)
    {
        switch (Volatile.Read(ref _state))
        {
            case OutputState:
                data = _data;
                return true;
            case Task<OutputData<T>> { IsCompletedSuccessfully: true } task:
                data = task.Result;
                return true;
            default:
                data = default;
                return false;
        }
    }

    /// <summary>Ends when the data is there, or fails with the step that makes it.</summary>
    internal Task WhenCompleteAsync()
    {
        switch (Volatile.Read(ref _state))
        {
            case OutputState:
                return Task.CompletedTask;
            case Task task:
                return task;
            case TaskCompletionSource source:
                return source.Task;
            default:
                Interlocked.CompareExchange(ref _state, new TaskCompletionSource(), comparand: null);
                return WhenCompleteAsync();
        }
    }

    internal async Task<OutputData<T>> GetDataAsync()
    {
        await WhenCompleteAsync();
        TryGetData(out var data);
        return data;
    }

    internal void Complete(OutputData<T> data)
    {
        _data = data;
        if (Interlocked.Exchange(ref _state, OutputState.Done) is TaskCompletionSource source)
            source.TrySetResult();
    }

    /// <summary>Fails an output that is not complete; its value is what counts once it is.</summary>
    internal void Fail(Exception exception)
    {
        if (WhenCompleteAsync().IsCompleted || Volatile.Read(ref _state) is not TaskCompletionSource source)
            return;

        source.TrySetException(exception);
        // Whoever failed has reported it; an output that nobody reads must not report it again from the finalizer.
        _ = source.Task.Exception;
    }

    bool IOutput.TryGetData(out OutputData<object?> data)
    {
        var found = TryGetData(out var typed);
        data = found ? new OutputData<object?>(typed.Value, typed.IsKnown, typed.IsSecret, typed.Resources) : default;
        return found;
    }

    Task IOutput.WhenCompleteAsync() => WhenCompleteAsync();
}
