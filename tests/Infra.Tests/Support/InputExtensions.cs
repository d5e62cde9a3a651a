using System.Collections.Immutable;
using Pulumi;
using Pulumi.Utilities;

namespace Infra.Tests;

/// <summary>Looks into inputs and outputs after a program has run.</summary>
public static class InputExtensions
{
    public static Task<T> ValueAsync<T>(this Input<T>? input) =>
        OutputUtilities.GetValueAsync(input?.ToOutput() ?? throw new InvalidOperationException("this input was not given"));

    public static Task<T> ValueAsync<T>(this Output<T> output) => OutputUtilities.GetValueAsync(output);

    /// <summary>The elements; none when the list was not given.</summary>
    public static async Task<IReadOnlyList<T>> ValuesAsync<T>(this InputList<T> inputs)
    {
        var values = await ((Input<ImmutableArray<T>>)inputs).ValueAsync();
        return values.IsDefault ? [] : [.. values];
    }

    public static Task<bool> IsSecretAsync<T>(this Input<T>? input) =>
        Output.IsSecretAsync(input?.ToOutput() ?? throw new InvalidOperationException("this input was not given"));

    /// <summary>Names of what a resource waits for.</summary>
    public static async Task<IReadOnlyList<string>> DependenciesAsync(this Declared declared) =>
        [.. (await declared.Options.DependsOn.ValuesAsync()).Select(resource => resource.GetResourceName())];
}
