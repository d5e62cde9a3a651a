using System.Collections;
using System.Collections.Immutable;

namespace Pulumi;

/// <summary>A list input: elements may each be plain, secret or unknown, or the list as a whole may be an output.</summary>
/// <typeparam name="T">Type of the elements.</typeparam>
public sealed partial class InputList<T> : Input<ImmutableArray<T>>, IEnumerable, IAsyncEnumerable<Input<T>>
{
    private Input<ImmutableArray<Input<T>>> _items;

    /// <summary>An empty list, which is sent as such.</summary>
    public InputList()
        : this(ImmutableArray<Input<T>>.Empty)
    {
    }

    private InputList(Input<ImmutableArray<Input<T>>> items)
        : base(ImmutableArray<T>.Empty) => _items = items;

    private protected override object? Content => _items;

    internal override Output<ImmutableArray<T>> ToOutput() => _items.ToOutput().Apply(items => Output.All(OrEmpty(items)));

    /// <summary>Appends elements.</summary>
    /// <param name="inputs">The elements.</param>
    public void Add(params Input<T>[] inputs) => Append(inputs.ToImmutableArray());

    /// <summary>Appends all elements of another list.</summary>
    /// <param name="inputs">The other list.</param>
    public void Add(InputList<T> inputs) => AddRange(inputs);

    /// <inheritdoc cref="Add(InputList{T})"/>
    public void AddRange(InputList<T> inputs) => Append(inputs._items);

    /// <summary>A new list of this one's elements and the other's.</summary>
    /// <param name="other">The elements to append.</param>
    /// <returns>The new list; neither of the two changes.</returns>
    public InputList<T> Concat(InputList<T> other)
    {
        var list = new InputList<T>(_items);
        list.AddRange(other);
        return list;
    }

    /// <summary>The elements, once the list is known.</summary>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <returns>The elements; none when the list is unknown.</returns>
    public async IAsyncEnumerator<Input<T>> GetAsyncEnumerator(CancellationToken cancellationToken)
    {
        var data = await _items.ToOutput().GetDataAsync();
        foreach (var item in data.IsKnown ? OrEmpty(data.Value) : [])
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return item;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() =>
        throw new NotSupportedException("An InputList may hold values that are not known yet; enumerate it with await foreach.");

    private void Append(Input<ImmutableArray<Input<T>>> more)
    {
        var (before, after) = (_items, more);
        _items = Plain(before) is { } first && Plain(after) is { } second
            ? first.AddRange(second)
            : Output.Tuple(before, after).Apply(pair => OrEmpty(pair.Item1).AddRange(OrEmpty(pair.Item2)));
    }

    private static ImmutableArray<Input<T>>? Plain(Input<ImmutableArray<Input<T>>> items) =>
        ((IInput)items).Content is ImmutableArray<Input<T>> plain ? plain : null;

    private static ImmutableArray<U> OrEmpty<U>(ImmutableArray<U> items) => items.IsDefault ? [] : items;
}
