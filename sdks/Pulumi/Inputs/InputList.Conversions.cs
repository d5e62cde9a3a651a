using System.Collections.Immutable;

namespace Pulumi;

#pragma warning disable CS1591 // The conversions say all in their types.

public sealed partial class InputList<T>
{
    public static implicit operator InputList<T>(T value) => new(ImmutableArray.Create<Input<T>>(value));

    public static implicit operator InputList<T>(Output<T> value) => new(ImmutableArray.Create<Input<T>>(value));

    public static implicit operator InputList<T>(Input<T> value) => new(ImmutableArray.Create(value));

    public static implicit operator InputList<T>(T[] values) => new(Inputs(values));

    public static implicit operator InputList<T>(Output<T>[] values) => new(Inputs(values));

    public static implicit operator InputList<T>(Input<T>[] values) => new(values.ToImmutableArray());

    public static implicit operator InputList<T>(List<T> values) => new(Inputs(values));

    public static implicit operator InputList<T>(List<Output<T>> values) => new(Inputs(values));

    public static implicit operator InputList<T>(List<Input<T>> values) => new(values.ToImmutableArray());

    public static implicit operator InputList<T>(ImmutableArray<T> values) => new(Inputs(OrEmpty(values)));

    public static implicit operator InputList<T>(ImmutableArray<Output<T>> values) => new(Inputs(OrEmpty(values)));

    public static implicit operator InputList<T>(ImmutableArray<Input<T>> values) => new(OrEmpty(values));

    public static implicit operator InputList<T>(Output<T[]> values) => new(values.Apply(items => Inputs(items)));

    public static implicit operator InputList<T>(Output<List<T>> values) => new(values.Apply(items => Inputs(items)));

    public static implicit operator InputList<T>(Output<IEnumerable<T>> values) => new(values.Apply(items => Inputs(items)));

    public static implicit operator InputList<T>(Output<ImmutableArray<T>> values) => new(values.Apply(items => Inputs(OrEmpty(items))));

    private static ImmutableArray<Input<T>> Inputs(IEnumerable<T>? values) => [.. (values ?? []).Select(value => (Input<T>)value)];

    private static ImmutableArray<Input<T>> Inputs(IEnumerable<Output<T>>? values) => [.. (values ?? []).Select(value => (Input<T>)value)];
}
