using System.Collections.Immutable;

namespace Pulumi.Utilities;

/// <summary>Looks inside outputs; meant for tests and for libraries that build on the SDK.</summary>
public static class OutputUtilities
{
    /// <summary>An output that counts as unknown although it holds a value.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="value">The value inside.</param>
    /// <returns>The unknown output.</returns>
    public static Output<T> CreateUnknown<T>(T value) => new(OutputData<T>.Known(value) with { IsKnown = false });

    /// <inheritdoc cref="CreateUnknown{T}(T)"/>
    /// <param name="valueFactory">Brings the value inside.</param>
    public static Output<T> CreateUnknown<T>(Func<Task<T>> valueFactory)
    {
        return new Output<T>(WaitAsync());

        async Task<OutputData<T>> WaitAsync() => OutputData<T>.Known(await valueFactory()) with { IsKnown = false };
    }

    /// <summary>Whether an output's value is known.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="output">The output to ask.</param>
    /// <returns>True when it is; completes when the output does.</returns>
    public static async Task<bool> GetIsKnownAsync<T>(Output<T> output) => (await output.GetDataAsync()).IsKnown;

    /// <summary>An output's value, known or not.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="output">The output to ask.</param>
    /// <returns>The value; the type's default when it is unknown.</returns>
    public static async Task<T> GetValueAsync<T>(Output<T> output) => (await output.GetDataAsync()).Value;

    /// <summary>The resources an output came from.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="output">The output to ask.</param>
    /// <returns>The resources; completes when the output does.</returns>
    public static async Task<ImmutableHashSet<Resource>> GetDependenciesAsync<T>(Output<T> output) => (await output.GetDataAsync()).Resources;
}
