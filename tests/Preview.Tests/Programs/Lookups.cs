using Pulumi;
using Pulumi.Cloudflare;
using Pulumi.Random;

namespace Preview.Programs;

internal static class Lookups
{
    public static Task<int> RunAsync() => Deployment.RunAsync(() =>
    {
        var ranges = GetIpRanges.Invoke();
        var zone = GetZone.Invoke(new() { ZoneId = "zone" });
        var other = new StackReference("acme/shop/prod");
        return new Dictionary<string, object?>
        {
            ["ranges"] = ranges.Apply(known => known.Ipv4Cidrs.Length + known.Ipv6Cidrs.Length),
            ["zone"] = zone.Apply(found => found.Name),
            ["other"] = other.GetOutput("url"),
            ["id"] = new RandomId("id", new() { Prefix = zone.Apply(found => found.Name), ByteLength = 4 }).Id,
        };
    });
}
