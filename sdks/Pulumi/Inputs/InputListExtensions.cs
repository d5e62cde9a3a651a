namespace Pulumi;

/// <summary>Adds to lists of unions without spelling out the union.</summary>
public static class InputListExtensions
{
    /// <summary>Appends a value of the first type.</summary>
    /// <typeparam name="T">First type of the union.</typeparam>
    /// <typeparam name="U">Second type of the union.</typeparam>
    /// <param name="list">The list.</param>
    /// <param name="value">The value.</param>
    public static void Add<T, U>(this InputList<Union<T, U>> list, Input<T> value) => list.Add(value.Apply(Union<T, U>.FromT0));

    /// <summary>Appends a value of the second type.</summary>
    /// <typeparam name="T">First type of the union.</typeparam>
    /// <typeparam name="U">Second type of the union.</typeparam>
    /// <param name="list">The list.</param>
    /// <param name="value">The value.</param>
    public static void Add<T, U>(this InputList<Union<T, U>> list, Input<U> value) => list.Add(value.Apply(Union<T, U>.FromT1));
}
