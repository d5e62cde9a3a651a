using Infra.Dns;
using Pulumi.Cloudflare;

namespace Infra.Tests.Dns;

[Collection(SerialGraphs.Name)]
public class ZoneHttpsTests
{
    [Fact]
    public async Task Cloudflare_checks_the_origins_certificate_and_leaves_redirects_to_the_origin()
    {
        var graph = await ResourceGraph.OfAsync(() => _ = new ZoneHttps("zone", "0123456789abcdef0123456789abcdef"));

        var settings = new Dictionary<string, object>();
        foreach (var setting in graph.With<ZoneSettingArgs>().Select(declared => (ZoneSettingArgs)declared.Args))
            settings.Add(await setting.SettingId.ValueAsync(), await setting.Value.ValueAsync());
        Assert.Equal(
            new Dictionary<string, object>
            {
                ["ssl"] = "strict",
                ["always_use_https"] = "off",
                ["automatic_https_rewrites"] = "off",
                ["min_tls_version"] = "1.2",
                ["websockets"] = "on",
            },
            settings);
    }
}
