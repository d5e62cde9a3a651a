using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Google.Protobuf.WellKnownTypes;

namespace Pulumi;

internal sealed class ImmutableArrayConverter<T> : ValueConverter<ImmutableArray<T>>
{
    private readonly ValueConverter<T> _element = Converters.For<T>();

    protected override ImmutableArray<T> Read(Value value, DecodingContext context)
    {
        if (value.KindCase != Value.KindOneofCase.ListValue)
            return Mismatch(value, context, typeof(ImmutableArray<object>));

        var values = value.ListValue.Values;
        var items = new T[values.Count];
        for (var i = 0; i < items.Length; i++)
        {
            var before = context.Mismatches.Count;
            items[i] = _element.Convert(values[i], context);
            if (context.Mismatches.Count > before)
                context.Locate(before, $"[{i}]");
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(items);
    }
}

/// <summary>Keys that start with two underscores are the engine's own and are left out.</summary>
internal sealed class ImmutableDictionaryConverter<T> : ValueConverter<ImmutableDictionary<string, T>>
{
    private readonly ValueConverter<T> _element = Converters.For<T>();

    protected override ImmutableDictionary<string, T> Read(Value value, DecodingContext context)
    {
        if (value.KindCase != Value.KindOneofCase.StructValue)
            return Mismatch(value, context, typeof(ImmutableDictionary<string, object>));

        var entries = ImmutableDictionary.CreateBuilder<string, T>();
        foreach (var (key, item) in value.StructValue.Fields)
        {
            if (key.StartsWith("__", StringComparison.Ordinal))
                continue;
            var before = context.Mismatches.Count;
            entries[key] = _element.Convert(item, context);
            if (context.Mismatches.Count > before)
                context.Locate(before, $".{key}");
        }

        return entries.ToImmutable();
    }
}
