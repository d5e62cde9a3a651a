namespace Pulumi;

/// <summary>A value of one of two types.</summary>
/// <typeparam name="T0">First type.</typeparam>
/// <typeparam name="T1">Second type.</typeparam>
public readonly struct Union<T0, T1> : IEquatable<Union<T0, T1>>, IUnion
{
    private readonly T0 _value0;
    private readonly T1 _value1;

    private Union(bool isT1, T0 value0, T1 value1)
    {
        IsT1 = isT1;
        _value0 = value0;
        _value1 = value1;
    }

    /// <summary>The value as the first type; throws <see cref="InvalidOperationException"/> when it is of the second.</summary>
    public T0 AsT0 => IsT0 ? _value0 : throw Wrong(typeof(T0), typeof(T1));

    /// <summary>The value as the second type; throws <see cref="InvalidOperationException"/> when it is of the first.</summary>
    public T1 AsT1 => IsT1 ? _value1 : throw Wrong(typeof(T1), typeof(T0));

    /// <summary>Whether the value is of the first type.</summary>
    public bool IsT0 => !IsT1;

    /// <summary>Whether the value is of the second type.</summary>
    public bool IsT1 { get; }

    /// <summary>The value, whichever type it has.</summary>
    public object Value => IsT1 ? _value1! : _value0!;

    object? IUnion.Value => Value;

    /// <summary>A union of a value of the first type.</summary>
    /// <param name="input">The value.</param>
    /// <returns>The union.</returns>
    public static Union<T0, T1> FromT0(T0 input) => new(isT1: false, input, default!);

    /// <summary>A union of a value of the second type.</summary>
    /// <param name="input">The value.</param>
    /// <returns>The union.</returns>
    public static Union<T0, T1> FromT1(T1 input) => new(isT1: true, default!, input);

    /// <summary>A union of a value of the first type.</summary>
    /// <param name="t">The value.</param>
    public static implicit operator Union<T0, T1>(T0 t) => FromT0(t);

    /// <summary>A union of a value of the second type.</summary>
    /// <param name="t">The value.</param>
    public static implicit operator Union<T0, T1>(T1 t) => FromT1(t);

    /// <summary>Equal when the values are of the same type and equal.</summary>
    /// <param name="union">The other union.</param>
    /// <returns>True when equal.</returns>
    public bool Equals(Union<T0, T1> union) => IsT1 == union.IsT1 && Equals(Value, union.Value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Union<T0, T1> union && Equals(union);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(IsT1, Value);

    /// <summary>The value's text.</summary>
    /// <returns>The text, empty for null.</returns>
    public override string ToString() => Value?.ToString() ?? "";

    private static InvalidOperationException Wrong(Type asked, Type actual) =>
        new($"The union holds a {actual.Name}, not a {asked.Name}; ask IsT0 or IsT1 first.");
}
