using Google.Protobuf.WellKnownTypes;
using Pulumi.Protocol;

namespace Protocol.Tests.Values;

public sealed class MalformedValueTests
{
    private const string Secret = "1b47061264138c4ac30d75fd1eb44270";
    private const string Output = "d0e6a833031e9bbcd3f4e8bde6ca49a4";
    private const string Reference = "5cf8f73096256a8f31e491e813e4eb8e";
    private const string Asset = "c44067f5952c0a294b673a41bacd8c17";
    private const string Archive = "0def7320c3a5731c473e5ecbe6d01bc7";

    [Theory]
    [InlineData(Secret, "", "a secret without `value`")]
    [InlineData(Output, "\"secret\": 1", "an output value whose `secret` is not true or false")]
    [InlineData(Output, "\"dependencies\": \"urn\"", "an output value whose `dependencies` is not a list of strings")]
    [InlineData(Output, "\"dependencies\": [1]", "an output value whose `dependencies` is not a list of strings")]
    [InlineData(Reference, "\"id\": \"1\"", "a resource reference without `urn`")]
    [InlineData(Reference, "\"urn\": 1", "a resource reference whose `urn` is not a string")]
    [InlineData(Asset, "", "an asset without `path`, `text` or `uri`")]
    [InlineData(Asset, "\"path\": []", "an asset whose `path` is not a string")]
    [InlineData(Archive, "", "an archive without `path`, `uri` or `assets`")]
    [InlineData(Archive, "\"assets\": []", "an archive whose `assets` is not an object")]
    [InlineData("nonsense", "", "a special value with the unknown signature \"nonsense\"")]
    public void A_malformed_special_value_is_named_with_its_path(string signature, string members, string problem)
    {
        var special = PropertyValueCodecTests.Special(signature, members);
        var inputs = Struct.Parser.ParseJson($$"""{"rules": [{"ok": 1}, {"token": {{special}}}]}""");

        var failure = Assert.Throws<FormatException>(() => PropertyValueCodec.DecodeMap(inputs));

        Assert.Equal($"rules[1].token: {problem}", failure.Message);
    }

    [Fact]
    public void A_signature_that_is_no_string_is_named()
    {
        var value = Value.Parser.ParseJson("""{"4dabf18193072939515e22adb298388d": 7}""");

        var failure = Assert.Throws<FormatException>(() => PropertyValueCodec.Decode(value));

        Assert.Equal("a special value with the unknown signature 7", failure.Message);
    }
}
