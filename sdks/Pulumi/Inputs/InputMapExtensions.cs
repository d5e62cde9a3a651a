namespace Pulumi;

/// <summary>Adds to maps of unions without spelling out the union.</summary>
public static class InputMapExtensions
{
    /// <summary>Adds a value of the first type.</summary>
    /// <typeparam name="T">First type of the union.</typeparam>
    /// <typeparam name="U">Second type of the union.</typeparam>
    /// <param name="map">The map.</param>
    /// <param name="key">The key.</param>
    /// <param name="value">The value.</param>
    public static void Add<T, U>(this InputMap<Union<T, U>> map, string key, Input<T> value) => map.Add(key, value.Apply(Union<T, U>.FromT0));

    /// <summary>Adds a value of the second type.</summary>
    /// <typeparam name="T">First type of the union.</typeparam>
    /// <typeparam name="U">Second type of the union.</typeparam>
    /// <param name="map">The map.</param>
    /// <param name="key">The key.</param>
    /// <param name="value">The value.</param>
    public static void Add<T, U>(this InputMap<Union<T, U>> map, string key, Input<U> value) => map.Add(key, value.Apply(Union<T, U>.FromT1));
}
