using Preview.Engine;
using Pulumi.Protocol;

namespace Preview.Answers;

/// <summary>Results of functions that are public facts, so that a preview without a network can show them.</summary>
public static class KnownFacts
{
    /// <summary>The function that lists the networks of Cloudflare's proxies.</summary>
    public const string CloudflareRangesToken = "cloudflare:index/getIpRanges:getIpRanges";

    /// <summary>
    /// The year whose public copies of https://www.cloudflare.com/ips/ agree with <see cref="CloudflareIpv4"/> and
    /// <see cref="CloudflareIpv6"/>. An update asks Cloudflare; these lists only stand in for the answer in a preview.
    /// </summary>
    public const string CloudflareRangesAsOf = "2026";

    /// <summary>IPv4 networks that Cloudflare's proxies connect from (https://www.cloudflare.com/ips-v4).</summary>
    public static IReadOnlyList<string> CloudflareIpv4 { get; } =
    [
        "103.21.244.0/22", "103.22.200.0/22", "103.31.4.0/22", "104.16.0.0/13", "104.24.0.0/14",
        "108.162.192.0/18", "131.0.72.0/22", "141.101.64.0/18", "162.158.0.0/15", "172.64.0.0/13",
        "173.245.48.0/20", "188.114.96.0/20", "190.93.240.0/20", "197.234.240.0/22", "198.41.128.0/17",
    ];

    /// <summary>IPv6 networks that Cloudflare's proxies connect from (https://www.cloudflare.com/ips-v6).</summary>
    public static IReadOnlyList<string> CloudflareIpv6 { get; } =
    [
        "2400:cb00::/32", "2405:8100::/32", "2405:b500::/32", "2606:4700::/32", "2803:f800::/32", "2a06:98c0::/29", "2c0f:f248::/32",
    ];

    /// <summary>The result of a call, or null when it is not known here.</summary>
    public static InvokeAnswer? Find(Invocation invocation) =>
        invocation.Token == CloudflareRangesToken && !invocation.Arguments.ContainsKey("networks") ? CloudflareRanges() : null;

    private static InvokeAnswer CloudflareRanges() => new(new Dictionary<string, PropertyValue>
    {
        ["id"] = new PropertyValue.String("cloudflare_ip_ranges"),
        ["etag"] = new PropertyValue.String($"known-in-{CloudflareRangesAsOf}"),
        ["ipv4Cidrs"] = Texts(CloudflareIpv4),
        ["ipv6Cidrs"] = Texts(CloudflareIpv6),
        ["jdcloudCidrs"] = Texts([]),
    });

    private static PropertyValue.List Texts(IEnumerable<string> texts) => new([.. texts.Select(text => new PropertyValue.String(text))]);
}
