using System.Collections;
using System.Collections.Immutable;

namespace Pulumi;

/// <summary>A map input with text keys: values may each be plain, secret or unknown, or the map as a whole may be an output.</summary>
/// <typeparam name="V">Type of the values.</typeparam>
public sealed class InputMap<V> : Input<ImmutableDictionary<string, V>>, IEnumerable, IAsyncEnumerable<Input<KeyValuePair<string, V>>>
{
    private Input<ImmutableDictionary<string, Input<V>>> _items;

    /// <summary>An empty map, which is sent as such.</summary>
    public InputMap()
        : this(ImmutableDictionary<string, Input<V>>.Empty)
    {
    }

    private InputMap(Input<ImmutableDictionary<string, Input<V>>> items)
        : base(ImmutableDictionary<string, V>.Empty) => _items = items;

    private protected override object? Content => _items;

    /// <summary>Adds or replaces a value.</summary>
    /// <param name="key">The key.</param>
    public Input<V> this[string key]
    {
        set => _items = Plain(_items) is { } items ? items.SetItem(key, value) : _items.Apply(map => map.SetItem(key, value));
    }

    /// <summary>One map of both; where both have a key, the second map's value is taken.</summary>
    /// <param name="first">The first map.</param>
    /// <param name="second">The map that wins.</param>
    /// <returns>The new map; neither of the two changes.</returns>
    public static InputMap<V> Merge(InputMap<V> first, InputMap<V> second) =>
        new(Combine(first._items, second._items, (items, more) => items.SetItems(more)));

    /// <summary>Adds a value; a key that is there already is an error.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">The value.</param>
    public void Add(string key, Input<V> value) =>
        _items = Plain(_items) is { } items ? items.Add(key, value) : _items.Apply(map => map.Add(key, value));

    /// <summary>Adds all values of another map; a key that is there already is an error.</summary>
    /// <param name="values">The other map.</param>
    public void Add(InputMap<V> values) => AddRange(values);

    /// <inheritdoc cref="Add(InputMap{V})"/>
    public void AddRange(InputMap<V> values) => _items = Combine(_items, values._items, (items, more) => items.AddRange(more));

    /// <summary>The entries, once the map is known.</summary>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <returns>The entries; none when the map is unknown.</returns>
    public async IAsyncEnumerator<Input<KeyValuePair<string, V>>> GetAsyncEnumerator(CancellationToken cancellationToken)
    {
        var data = await _items.ToOutput().GetDataAsync();
        foreach (var (key, value) in data.IsKnown ? data.Value : [])
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return value.Apply(item => KeyValuePair.Create(key, item));
        }
    }

    internal override Output<ImmutableDictionary<string, V>> ToOutput() => _items.ToOutput().Apply(items =>
    {
        var keys = items.Keys.ToImmutableArray();
        return Output.All(keys.Select(key => items[key])).Apply(values => keys.Zip(values).ToImmutableDictionary(pair => pair.First, pair => pair.Second));
    });

    IEnumerator IEnumerable.GetEnumerator() =>
        throw new NotSupportedException("An InputMap may hold values that are not known yet; enumerate it with await foreach.");

    private static Input<ImmutableDictionary<string, Input<V>>> Combine(
        Input<ImmutableDictionary<string, Input<V>>> first,
        Input<ImmutableDictionary<string, Input<V>>> second,
        Func<ImmutableDictionary<string, Input<V>>, ImmutableDictionary<string, Input<V>>, ImmutableDictionary<string, Input<V>>> combine) =>
        Plain(first) is { } items && Plain(second) is { } more
            ? combine(items, more)
            : Output.Tuple(first, second).Apply(pair => combine(pair.Item1, pair.Item2));

    private static ImmutableDictionary<string, Input<V>>? Plain(Input<ImmutableDictionary<string, Input<V>>> items) =>
        ((IInput)items).Content as ImmutableDictionary<string, Input<V>>;

    private static ImmutableDictionary<string, Input<V>> Inputs(IEnumerable<KeyValuePair<string, V>>? values) =>
        (values ?? []).ToImmutableDictionary(entry => entry.Key, entry => (Input<V>)entry.Value);

#pragma warning disable CS1591 // The conversions say all in their types.
    public static implicit operator InputMap<V>(Dictionary<string, V> values) => new(Inputs(values));

    public static implicit operator InputMap<V>(ImmutableDictionary<string, V> values) => new(Inputs(values));

    public static implicit operator InputMap<V>(Output<Dictionary<string, V>> values) => new(values.Apply(map => Inputs(map)));

    public static implicit operator InputMap<V>(Output<IDictionary<string, V>> values) => new(values.Apply(map => Inputs(map)));

    public static implicit operator InputMap<V>(Output<ImmutableDictionary<string, V>> values) => new(values.Apply(map => Inputs(map)));
#pragma warning restore CS1591
}
