using Google.Protobuf.WellKnownTypes;
using Pulumi.Protocol;

namespace Protocol.Tests.Values;

public sealed class PropertyValueCodecTests
{
    private static readonly PropertyValue Text = new PropertyValue.String("text");
    private static readonly PropertyValue Unknown = PropertyValue.Unknown.Instance;

    public static TheoryData<PropertyValue, string> Values => new()
    {
        { PropertyValue.Null.Instance, "null" },
        { new PropertyValue.Bool(true), "true" },
        { new PropertyValue.Number(-2.5), "-2.5" },
        { new PropertyValue.String("größe ✓ \0"), """ "gr\u00f6\u00dfe \u2713 \u0000" """ },
        { Unknown, """ "04da6b54-80e4-46f7-96ec-b56ff0331ba9" """ },
        { List(), "[]" },
        { List(Text, PropertyValue.Null.Instance, List(Unknown)), """["text", null, ["04da6b54-80e4-46f7-96ec-b56ff0331ba9"]]""" },
        { Map(), "{}" },
        { Map(("a", Map(("b", Text), ("c", PropertyValue.Null.Instance)))), """{"a": {"b": "text", "c": null}}""" },
        { new PropertyValue.Secret(Text), Special("1b47061264138c4ac30d75fd1eb44270", "\"value\": \"text\"") },
        { new PropertyValue.Secret(PropertyValue.Null.Instance), Special("1b47061264138c4ac30d75fd1eb44270", "\"value\": null") },
        {
            new PropertyValue.Secret(Map(("key", new PropertyValue.Secret(Unknown)))),
            Special(
                "1b47061264138c4ac30d75fd1eb44270",
                "\"value\": {\"key\": "
                + Special("1b47061264138c4ac30d75fd1eb44270", "\"value\": \"04da6b54-80e4-46f7-96ec-b56ff0331ba9\"") + "}")
        },
        { new PropertyValue.OutputValue(null, IsSecret: false, []), Special("d0e6a833031e9bbcd3f4e8bde6ca49a4", "") },
        {
            new PropertyValue.OutputValue(List(Text), IsSecret: true, ["urn:1", "urn:2"]),
            Special(
                "d0e6a833031e9bbcd3f4e8bde6ca49a4",
                """ "value": ["text"], "secret": true, "dependencies": ["urn:1", "urn:2"] """)
        },
        {
            new PropertyValue.ResourceReference("urn:1", new PropertyValue.String("id"), "4.76.0"),
            Special("5cf8f73096256a8f31e491e813e4eb8e", """ "urn": "urn:1", "id": "id", "packageVersion": "4.76.0" """)
        },
        {
            new PropertyValue.ResourceReference("urn:1", Unknown),
            Special("5cf8f73096256a8f31e491e813e4eb8e", """ "urn": "urn:1", "id": "" """)
        },
        { new PropertyValue.ResourceReference("urn:1", Id: null), Special("5cf8f73096256a8f31e491e813e4eb8e", """ "urn": "urn:1" """) },
        { new PropertyValue.Asset(AssetSource.Path, "./a"), Special("c44067f5952c0a294b673a41bacd8c17", """ "path": "./a" """) },
        { new PropertyValue.Asset(AssetSource.Text, ""), Special("c44067f5952c0a294b673a41bacd8c17", """ "text": "" """) },
        { new PropertyValue.Asset(AssetSource.Uri, "file:///a"), Special("c44067f5952c0a294b673a41bacd8c17", """ "uri": "file:///a" """) },
        { new PropertyValue.Archive(AssetSource.Path, "./a"), Special("0def7320c3a5731c473e5ecbe6d01bc7", """ "path": "./a" """) },
        { new PropertyValue.Archive(AssetSource.Uri, "file:///a"), Special("0def7320c3a5731c473e5ecbe6d01bc7", """ "uri": "file:///a" """) },
        {
            new PropertyValue.Archive(AssetSource.Assets, "", Map(("f", new PropertyValue.Asset(AssetSource.Text, "x")))),
            Special(
                "0def7320c3a5731c473e5ecbe6d01bc7",
                "\"assets\": {\"f\": " + Special("c44067f5952c0a294b673a41bacd8c17", "\"text\": \"x\"") + "}")
        },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void A_value_has_one_form_on_the_wire(PropertyValue value, string json)
    {
        var wire = Value.Parser.ParseJson(json);

        Assert.Equal(wire, PropertyValueCodec.Encode(value));
        Assert.Equal(value, PropertyValueCodec.Decode(wire));
    }

    [Fact]
    public void Inputs_read_and_write_as_a_map()
    {
        var inputs = Map(("name", Text), ("token", new PropertyValue.Secret(Text)));

        Assert.Equal(inputs, PropertyValueCodec.DecodeMap(PropertyValueCodec.EncodeMap(inputs)));
    }

    [Fact]
    public void An_empty_text_asset_comes_back_from_the_engine_as_its_hash() =>
        Assert.Equal(
            new PropertyValue.Asset(AssetSource.Text, ""),
            PropertyValueCodec.Decode(Value.Parser.ParseJson(Special("c44067f5952c0a294b673a41bacd8c17", """ "hash": "e3b0" """))));

    [Fact]
    public void A_value_without_kind_is_null() => Assert.Equal(PropertyValue.Null.Instance, PropertyValueCodec.Decode(new Value()));

    [Fact]
    public void The_text_form_of_a_value_hides_secrets()
    {
        var secret = new PropertyValue.Secret(new PropertyValue.String("hunter2"));
        var output = new PropertyValue.OutputValue(new PropertyValue.String("hunter2"), IsSecret: true, []);

        Assert.Equal("[secret] [secret]", $"{secret} {output}");
    }

    internal static string Special(string signature, string members) =>
        $$"""{"4dabf18193072939515e22adb298388d": "{{signature}}"{{(members.Length > 0 ? "," : "")}} {{members}}}""";

    private static PropertyValue.List List(params PropertyValue[] items) => new(items);

    private static PropertyValue.Map Map(params (string Name, PropertyValue Value)[] members) =>
        new(members.ToDictionary(member => member.Name, member => member.Value));
}
