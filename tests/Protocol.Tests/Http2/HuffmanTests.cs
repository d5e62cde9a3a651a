using Pulumi.Protocol;

namespace Protocol.Tests.Http2;

/// <summary>The examples of RFC 7541, appendix C, and what its section 5.2 forbids.</summary>
public sealed class HuffmanTests
{
    [Theory]
    [InlineData("f1e3c2e5f23a6ba0ab90f4ff", "www.example.com")]
    [InlineData("a8eb10649cbf", "no-cache")]
    [InlineData("25a849e95ba97d7f", "custom-key")]
    [InlineData("25a849e95bb8e8b4bf", "custom-value")]
    [InlineData("6402", "302")]
    [InlineData("d07abe941054d444a8200595040b8166e082a62d1bff", "Mon, 21 Oct 2013 20:13:21 GMT")]
    [InlineData("9d29ad171863c78f0b97c8e9ae82ae43d3", "https://www.example.com")]
    [InlineData("", "")]
    public void Decodes_the_examples(string encoded, string text) =>
        Assert.Equal(text, Huffman.Decode(Convert.FromHexString(encoded)));

    [Theory]
    [InlineData("fffffffc", "the end of the string as a symbol")]
    [InlineData("ff", "eight bits of padding")]
    [InlineData("00", "padding of zeros")]
    public void Refuses_what_is_no_text(string encoded, string why)
    {
        var failure = Record.Exception(() => Huffman.Decode(Convert.FromHexString(encoded)));

        Assert.True(failure is GrpcException, why);
    }
}
