using Google.Protobuf.WellKnownTypes;

namespace Pulumi.Protocol;

/// <summary>The members of a special value, read with the path to blame.</summary>
internal readonly struct SpecialMembers(Struct value, string path)
{
    public PropertyValue Required(string what, string key) => Optional(key) ?? throw Missing(what, key);

    public PropertyValue? Optional(string key) =>
        value.Fields.TryGetValue(key, out var member)
            ? PropertyValueDecoder.Decode(member, path.Length == 0 ? key : $"{path}.{key}")
            : null;

    public string? Text(string what, string key) => value.Fields.GetValueOrDefault(key) switch
    {
        null => null,
        { HasStringValue: true } member => member.StringValue,
        _ => throw Malformed($"{what} whose `{key}` is not a string"),
    };

    public bool Flag(string what, string key) => value.Fields.GetValueOrDefault(key) switch
    {
        null => false,
        { HasBoolValue: true } member => member.BoolValue,
        _ => throw Malformed($"{what} whose `{key}` is not true or false"),
    };

    public IReadOnlyList<string> Texts(string what, string key)
    {
        var texts = value.Fields.GetValueOrDefault(key) switch
        {
            null => [],
            { KindCase: Value.KindOneofCase.ListValue } member => member.ListValue.Values,
            _ => throw Malformed($"{what} whose `{key}` is not a list of strings"),
        };
        return texts.All(text => text.HasStringValue)
            ? [.. texts.Select(text => text.StringValue)]
            : throw Malformed($"{what} whose `{key}` is not a list of strings");
    }

    public FormatException Missing(string what, string key) => Malformed($"{what} without `{key}`");

    public FormatException Malformed(string why) => new(path.Length == 0 ? why : $"{path}: {why}");
}
