namespace Pulumi;

/// <summary>What a resource is given: a plain value or an output of one.</summary>
/// <typeparam name="T">Type of the value.</typeparam>
public class Input<T> : IInput
{
    private readonly Output<T>? _output;
    private readonly T _value;

    private protected Input(T value) => _value = value;

    private protected Input(Output<T> output)
    {
        _output = output;
        _value = default!;
    }

    object? IInput.Content => Content;

    private protected virtual object? Content => _output is null ? _value : _output;

    internal virtual Output<T> ToOutput() => _output ?? Output.Create(_value);

    /// <summary>A plain value as an input.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator Input<T>(T value) => value is Output<T> output ? new Input<T>(output) : new Input<T>(value);

    /// <summary>An output as an input.</summary>
    /// <param name="value">The output.</param>
    public static implicit operator Input<T>(Output<T> value) => new(value);

    /// <summary>The input as an output.</summary>
    /// <param name="input">The input.</param>
    public static implicit operator Output<T>(Input<T> input) => input.ToOutput();
}
