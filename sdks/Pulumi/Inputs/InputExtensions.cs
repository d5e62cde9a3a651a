namespace Pulumi;

/// <summary>Reads inputs as outputs.</summary>
public static class InputExtensions
{
    /// <summary>Transforms the value once it is known.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <typeparam name="U">Type of the result.</typeparam>
    /// <param name="input">The input; null stands for the default value.</param>
    /// <param name="func">What to make of the value.</param>
    /// <returns>The result, secret and dependent on resources as the input is.</returns>
    public static Output<U> Apply<T, U>(this Input<T>? input, Func<T, U> func) => ToOutput(input).Apply(func);

    /// <inheritdoc cref="Apply{T, U}(Input{T}, Func{T, U})"/>
    public static Output<U> Apply<T, U>(this Input<T>? input, Func<T, Task<U>> func) => ToOutput(input).Apply(func);

    /// <inheritdoc cref="Apply{T, U}(Input{T}, Func{T, U})"/>
    public static Output<U> Apply<T, U>(this Input<T>? input, Func<T, Input<U>?> func) => ToOutput(input).Apply(func);

    /// <inheritdoc cref="Apply{T, U}(Input{T}, Func{T, U})"/>
    public static Output<U> Apply<T, U>(this Input<T>? input, Func<T, Output<U>?> func) => ToOutput(input).Apply(func);

    /// <summary>The input as an output.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="input">The input; null stands for the default value.</param>
    /// <returns>The output.</returns>
    public static Output<T> ToOutput<T>(this Input<T>? input) => input is null ? Output.Create(default(T)!) : input.ToOutput();
}
