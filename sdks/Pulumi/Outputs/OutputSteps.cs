using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Pulumi;

/// <summary>The steps that lead from one output to the next and have to wait.</summary>
internal static class OutputSteps
{
    public static async Task<OutputData<T>> FromTaskAsync<T>(Task<T> value) => OutputData<T>.Known(await value);

    public static async Task<OutputData<U>> ApplyAsync<T, U>(Output<T> output, Func<T, U> func)
    {
        var data = await output.GetDataAsync();
        return data.IsKnown
            ? new OutputData<U>(func(data.Value), IsKnown: true, data.IsSecret, data.Resources)
            : OutputData<U>.Unknown(data.IsSecret, data.Resources);
    }

    public static async Task<OutputData<U>> ApplyAsync<T, U>(Output<T> output, Func<T, Task<U>> func)
    {
        var data = await output.GetDataAsync();
        return data.IsKnown
            ? new OutputData<U>(await func(data.Value), IsKnown: true, data.IsSecret, data.Resources)
            : OutputData<U>.Unknown(data.IsSecret, data.Resources);
    }

    public static async Task<OutputData<U>> ApplyAsync<T, U>(Output<T> output, Func<T, Output<U>?> func)
    {
        var data = await output.GetDataAsync();
        if (!data.IsKnown)
            return OutputData<U>.Unknown(data.IsSecret, data.Resources);

        return await AfterAsync(func(data.Value), data.IsSecret, data.Resources);
    }

    /// <summary>What an inner output holds, as the outcome of a step that started from data with the given flags and resources.</summary>
    public static Output<U> After<U>(Output<U>? inner, bool isSecret, ImmutableHashSet<Resource> resources)
    {
        if (inner is null)
            return new(OutputData<U>.Known(default!).After(isSecret, resources));
        return inner.TryGetData(out var result) ? new(result.After(isSecret, resources)) : new(AfterAsync(inner, isSecret, resources));
    }

    private static async Task<OutputData<U>> AfterAsync<U>(Output<U>? inner, bool isSecret, ImmutableHashSet<Resource> resources)
    {
        var result = inner is null ? OutputData<U>.Known(default!) : await inner.GetDataAsync();
        return result.After(isSecret, resources);
    }

    /// <summary>Runs user code; what it throws becomes the output's failure, as it would in a step that waited.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "The exception is kept in the output and reported by whoever runs the program.")]
    public static Output<U> Guard<U>(Func<Output<U>> step)
    {
        try
        {
            return step();
        }
        catch (Exception exception)
        {
            return new Output<U>(Task.FromException<OutputData<U>>(exception));
        }
    }
}
