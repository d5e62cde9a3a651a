using Pulumi;
using Pulumi.Cloudflare;

namespace Infra.Dns;

/// <summary>
/// How Cloudflare speaks HTTPS for the whole zone. The environments of a zone share these, so one of them declares them. Redirects and
/// HSTS are Traefik's: both sides redirecting is how loops are made.
/// </summary>
public sealed class ZoneHttps : ComponentResource
{
    private static readonly (string Role, string Setting, string Value)[] Settings =
    [
        ("ssl", "ssl", "strict"),
        ("redirect", "always_use_https", "off"),
        ("rewrites", "automatic_https_rewrites", "off"),
        ("tls", "min_tls_version", "1.2"),
        ("websockets", "websockets", "on"),
    ];

    /// <summary>Declares the settings.</summary>
    /// <param name="name">Name of the component.</param>
    /// <param name="zoneId">Cloudflare's id of the zone.</param>
    /// <param name="options">Options of the component.</param>
    public ZoneHttps(string name, string zoneId, ComponentResourceOptions? options = null)
        : base("lhd:dns:ZoneHttps", name, options)
    {
        foreach (var (role, setting, value) in Settings)
            _ = new ZoneSetting($"{name}-{role}", new() { ZoneId = zoneId, SettingId = setting, Value = value }, new() { Parent = this });
        RegisterOutputs();
    }
}
