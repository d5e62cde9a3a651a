using Infra.Dns;
using Pulumi;
using Pulumi.Cloudflare;

namespace Infra.Tests.Dns;

[Collection(SerialGraphs.Name)]
public class PublicRecordsTests
{
    [Fact]
    public async Task The_edge_has_the_address_and_every_service_follows_it()
    {
        var records = new List<string>();
        foreach (var record in (await GraphAsync()).With<DnsRecordArgs>().Select(declared => (DnsRecordArgs)declared.Args))
            records.Add($"{await record.Type.ValueAsync()} {await record.Name.ValueAsync()} {await record.Content.ValueAsync()}");

        Assert.Equal(
            [
                "CNAME api-staging.example.com edge-staging.example.com",
                "A edge-staging.example.com 192.0.2.10",
                "CNAME traefik-staging.example.com edge-staging.example.com",
            ],
            records);
    }

    [Fact]
    public async Task Every_record_is_proxied_with_the_time_to_live_that_proxied_records_have()
    {
        foreach (var record in (await GraphAsync()).With<DnsRecordArgs>().Select(declared => (DnsRecordArgs)declared.Args))
        {
            Assert.True(await record.Proxied.ValueAsync());
            Assert.Equal(1.0, await record.Ttl.ValueAsync());
            Assert.Equal("0123456789abcdef0123456789abcdef", await record.ZoneId.ValueAsync());
        }
    }

    private static Task<ResourceGraph> GraphAsync() => ResourceGraph.OfAsync(() =>
        _ = new PublicRecords("records", Samples.Settings("staging").Domain, Output.Create("192.0.2.10"), ["api", "traefik"]));
}
