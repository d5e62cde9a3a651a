using Google.Protobuf.WellKnownTypes;
using Pulumi.Protocol;

namespace Pulumi;

/// <summary>Values whose type nobody asked for: text, doubles, booleans, arrays, dictionaries, assets and resources.</summary>
internal sealed class ObjectConverter : ValueConverter<object?>
{
    private static readonly ImmutableArrayConverter<object?> Lists = new();
    private static readonly ImmutableDictionaryConverter<object?> Maps = new();

    protected override object? Read(Value value, DecodingContext context) => value.KindCase switch
    {
        Value.KindOneofCase.StringValue => value.StringValue,
        Value.KindOneofCase.NumberValue => value.NumberValue,
        Value.KindOneofCase.BoolValue => value.BoolValue,
        Value.KindOneofCase.ListValue => Lists.Convert(value, context),
        _ => ReadObject(value, context),
    };

    private static object ReadObject(Value value, DecodingContext context) => DecodingContext.Signature(value.StructValue) switch
    {
        null => Maps.Convert(value, context),
        SpecialValues.AssetSignature or SpecialValues.ArchiveSignature => Assets.Read(value.StructValue, context),
        SpecialValues.ResourceReferenceSignature => new DependencyResource(value.StructValue.Fields["urn"].StringValue),
        var signature => throw new InvalidOperationException($"The engine sent a special value of an unknown kind: {signature}"),
    };
}
