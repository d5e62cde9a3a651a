using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;

namespace Pulumi.Testing;

/// <summary>Between what goes over the wire and what mocks are handed and return.</summary>
internal static class MockValues
{
    /// <summary>Plain objects by name: secrets are open, properties with an unknown anywhere inside are left out.</summary>
    public static ImmutableDictionary<string, object> ToPlain(Struct? properties)
    {
        var plain = ImmutableDictionary.CreateBuilder<string, object>();
        foreach (var (name, value) in properties?.Fields ?? [])
        {
            var context = new DecodingContext();
            var converted = Converters.For<object?>().Convert(value, context);
            if (context.IsKnown && converted is not null)
                plain[name] = converted;
        }

        return plain.ToImmutable();
    }

    /// <summary>Outputs by name: each unknown or secret when anything inside it is.</summary>
    public static ImmutableDictionary<string, Output<object?>> ToOutputs(Struct? properties)
    {
        var outputs = ImmutableDictionary.CreateBuilder<string, Output<object?>>();
        foreach (var (name, value) in properties?.Fields ?? [])
        {
            var context = new DecodingContext();
            var converted = Converters.For<object?>().Convert(value, context);
            outputs[name] = new(new OutputData<object?>(converted, context.IsKnown, context.IsSecret, []));
        }

        return outputs.ToImmutable();
    }

    public static async Task<Struct> ToStructAsync(object? state, string origin)
    {
        if (state is null)
            return new Struct();
        var value = await new Waiting().UntilCompleteAsync(waiting => new PropertySerializer(new SerializerOptions(KeepResources: true), waiting).Serialize(state));
        return value.KindCase == Value.KindOneofCase.StructValue
            ? value.StructValue
            : throw new InvalidOperationException($"The mock of '{origin}' returned a {state.GetType()}; return a dictionary of its outputs by name.");
    }
}
