using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Makes outputs from values and from other outputs.</summary>
public static partial class Output
{
    /// <summary>A known, plain output of a value.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="value">The value.</param>
    /// <returns>The output.</returns>
    public static Output<T> Create<T>(T value) => new(OutputData<T>.Known(value));

    /// <summary>An output of the value that a task brings.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="value">The task to wait for; when it fails, so does the program.</param>
    /// <returns>The output.</returns>
    public static Output<T> Create<T>(Task<T> value) => Output<T>.Create(value);

    /// <summary>A secret output of a value: encrypted in state, masked in what the CLI prints.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="value">The value.</param>
    /// <returns>The secret output.</returns>
    public static Output<T> CreateSecret<T>(T value) => new(OutputData<T>.Known(value) with { IsSecret = true });

    /// <summary>A secret output of the value that a task brings.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="value">The task to wait for.</param>
    /// <returns>The secret output.</returns>
    public static Output<T> CreateSecret<T>(Task<T> value) => CreateSecret(Create(value));

    /// <summary>The same output, secret.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="value">The output to mark.</param>
    /// <returns>The secret output, with the same value and dependencies.</returns>
    public static Output<T> CreateSecret<T>(Output<T> value) => WithSecret(value, isSecret: true);

    /// <summary>The same output, no longer secret. The value may then show up in state and on the screen.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="output">The output to open.</param>
    /// <returns>The plain output, with the same value and dependencies.</returns>
    public static Output<T> Unsecret<T>(Output<T> output) => WithSecret(output, isSecret: false);

    /// <summary>Whether an output is secret.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="output">The output to ask.</param>
    /// <returns>True when it is; completes when the output does.</returns>
    public static async Task<bool> IsSecretAsync<T>(Output<T> output) => (await output.GetDataAsync()).IsSecret;

    /// <summary>One output of all values, in order. Unknown or secret when any of them is.</summary>
    /// <typeparam name="T">Type of each value.</typeparam>
    /// <param name="inputs">The values to gather.</param>
    /// <returns>The values as an array.</returns>
    public static Output<ImmutableArray<T>> All<T>(params Input<T>[] inputs) => All(inputs.AsEnumerable());

    /// <inheritdoc cref="All{T}(Input{T}[])"/>
    public static Output<ImmutableArray<T>> All<T>(IEnumerable<Input<T>> inputs) => OutputGathering.All([.. inputs.Select(input => input.ToOutput())]);

    /// <inheritdoc cref="All{T}(Input{T}[])"/>
    /// <param name="outputs">The values to gather.</param>
    public static Output<ImmutableArray<T>> All<T>(params Output<T>[] outputs) => All(outputs.AsEnumerable());

    /// <inheritdoc cref="All{T}(Input{T}[])"/>
    /// <param name="outputs">The values to gather.</param>
    public static Output<ImmutableArray<T>> All<T>(IEnumerable<Output<T>> outputs) => OutputGathering.All([.. outputs]);

    /// <summary>Text with outputs in its holes: <c>Output.Format($"http://{droplet.Ipv4Address}/")</c>. A null is empty text.</summary>
    /// <param name="formattableString">The interpolated string.</param>
    /// <returns>The text; unknown or secret when any part is.</returns>
    public static Output<string> Format(FormattableString formattableString) => OutputFormat.Format(formattableString);

    private static Output<T> WithSecret<T>(Output<T> output, bool isSecret)
    {
        return output.TryGetData(out var data) ? new Output<T>(data with { IsSecret = isSecret }) : new Output<T>(WaitAsync());

        async Task<OutputData<T>> WaitAsync() => await output.GetDataAsync() with { IsSecret = isSecret };
    }
}
