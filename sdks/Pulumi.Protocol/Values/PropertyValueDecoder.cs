using Google.Protobuf.WellKnownTypes;

namespace Pulumi.Protocol;

internal static class PropertyValueDecoder
{
    public static PropertyValue Decode(Value value, string path) => value.KindCase switch
    {
        Value.KindOneofCase.NullValue or Value.KindOneofCase.None => PropertyValue.Null.Instance,
        Value.KindOneofCase.BoolValue => new PropertyValue.Bool(value.BoolValue),
        Value.KindOneofCase.NumberValue => new PropertyValue.Number(value.NumberValue),
        Value.KindOneofCase.StringValue => DecodeText(value.StringValue),
        Value.KindOneofCase.ListValue => DecodeItems(value.ListValue, path),
        _ => value.StructValue.Fields.TryGetValue(SpecialValues.SignatureKey, out var signature)
            ? SpecialValueDecoder.Decode(signature, value.StructValue, path)
            : DecodeMembers(value.StructValue, path),
    };

    public static PropertyValue.Map DecodeMembers(Struct value, string path)
    {
        var members = new Dictionary<string, PropertyValue>(value.Fields.Count);
        foreach (var (name, member) in value.Fields)
            members.Add(name, Decode(member, path.Length == 0 ? name : $"{path}.{name}"));
        return new(members);
    }

    private static PropertyValue DecodeText(string text) =>
        text == SpecialValues.Unknown ? PropertyValue.Unknown.Instance : new PropertyValue.String(text);

    private static PropertyValue.List DecodeItems(ListValue value, string path)
    {
        var items = new PropertyValue[value.Values.Count];
        for (var index = 0; index < items.Length; index++)
            items[index] = Decode(value.Values[index], $"{path}[{index}]");
        return new(items);
    }
}
