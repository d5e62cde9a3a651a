using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Many outputs into one: unknown and secret as soon as one part is, dependent on what any part depends on.</summary>
internal static class OutputGathering
{
    public static Output<ImmutableArray<T>> All<T>(ImmutableArray<Output<T>> outputs)
    {
        var values = new T[outputs.Length];
        var flags = OutputData<bool>.Known(value: true);
        for (var i = 0; i < outputs.Length; i++)
        {
            if (!outputs[i].TryGetData(out var data))
                return new Output<ImmutableArray<T>>(AllAsync(outputs));
            values[i] = data.Value;
            flags = Merge(flags, data);
        }

        return new Output<ImmutableArray<T>>(Finish(values, flags));
    }

    /// <summary>All values regardless of their types, for those who know which is which.</summary>
    public static Output<ImmutableArray<object?>> AllUntyped(ReadOnlySpan<IOutput> outputs)
    {
        var untyped = ImmutableArray.CreateBuilder<Output<object?>>(outputs.Length);
        foreach (var output in outputs)
            untyped.Add(Untyped(output));
        return All(untyped.MoveToImmutable());
    }

    public static Output<object?> Untyped(IOutput output) => output.TryGetData(out var data)
        ? new Output<object?>(data)
        : new Output<object?>(output.GetUntypedDataAsync());

    public static OutputData<bool> Merge<T>(OutputData<bool> flags, OutputData<T> part) =>
        new(flags.Value, flags.IsKnown && part.IsKnown, flags.IsSecret || part.IsSecret, flags.Resources.With(part.Resources));

    private static async Task<OutputData<ImmutableArray<T>>> AllAsync<T>(ImmutableArray<Output<T>> outputs)
    {
        var values = new T[outputs.Length];
        var flags = OutputData<bool>.Known(value: true);
        for (var i = 0; i < outputs.Length; i++)
        {
            var data = await outputs[i].GetDataAsync();
            values[i] = data.Value;
            flags = Merge(flags, data);
        }

        return Finish(values, flags);
    }

    private static OutputData<ImmutableArray<T>> Finish<T>(T[] values, OutputData<bool> flags) =>
        new([.. values], flags.IsKnown, flags.IsSecret, flags.Resources);
}
