using Pulumi.Protocol;

namespace Protocol.Tests.Http2;

public sealed class HpackTests
{
    [Fact]
    public void A_request_reads_back()
    {
        var path = "/pulumirpc.ResourceMonitor/" + new string('x', 300);

        var headers = HpackDecoder.Decode(HpackRequest.Encode("127.0.0.1:8080", path));

        Assert.Equal(
            new Dictionary<string, string>
            {
                [":method"] = "POST",
                [":scheme"] = "http",
                [":authority"] = "127.0.0.1:8080",
                [":path"] = path,
                ["content-type"] = "application/grpc",
                ["user-agent"] = "pulumi-protocol/1.0",
                ["te"] = "trailers",
            },
            headers);
    }

    [Fact]
    public void Reads_an_example_of_the_standard() =>
        Assert.Equal(
            new Dictionary<string, string>
            {
                [":status"] = "302",
                ["cache-control"] = "private",
                ["date"] = "Mon, 21 Oct 2013 20:13:21 GMT",
                ["location"] = "https://www.example.com",
            },
            HpackDecoder.Decode(Convert.FromHexString(
                "488264025885aec3771a4b6196d07abe941054d444a8200595040b8166e082a62d1bff6e919d29ad171863c78f0b97c8e9ae82ae43d3")));

    [Theory]
    [InlineData("80")]
    [InlineData("bf80")]
    [InlineData("ffffffffffff0f")]
    [InlineData("00")]
    [InlineData("000161")]
    [InlineData("00016105")]
    public void Refuses_malformed_blocks(string block) =>
        Assert.Throws<GrpcException>(() => HpackDecoder.Decode(Convert.FromHexString(block)));
}
