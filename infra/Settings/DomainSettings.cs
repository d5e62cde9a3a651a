using System.Text.RegularExpressions;

namespace Infra.Settings;

/// <summary>Under which names the environment is reached, and where they are declared.</summary>
/// <param name="Domain">The zone's domain.</param>
/// <param name="HostPattern">How a service's host is named below the domain.</param>
/// <param name="Dns">Who declares the names.</param>
/// <param name="ZoneId">Cloudflare's id of the zone, shown on the zone's overview page; empty when the names are not declared there.</param>
/// <param name="OwnsZone">Whether this environment sets what holds for the whole zone. One environment of a zone does.</param>
public sealed partial record DomainSettings(HostName Domain, HostPattern HostPattern, DnsProvider Dns, string ZoneId, bool OwnsZone) : ISettingsSection
{
    /// <summary>A name that nobody can have (RFC 6761, section 6.4).</summary>
    private static readonly HostName Unread = HostName.Parse("domain.invalid");

    /// <summary>Reads the section.</summary>
    public static DomainSettings Read(SettingsSource source)
    {
        const string zoneKey = "cloudflareZoneId";
        var dns = source.Choice<DnsProvider>("dns");
        source.Ignore(zoneKey);
        return new(
            source.Value("domain", ParseDomain, HostName.Expected, Unread),
            source.Value("hostPattern", HostPattern.Parse, HostPattern.Expected, HostPattern.Plain),
            dns,
            dns == DnsProvider.None || source.IsLocal ? "" : source.Value(zoneKey, ParseZoneId, "copy it from the zone's overview page, e.g. 0123456789abcdef0123456789abcdef"),
            source.Flag("ownsZone"));
    }

    /// <summary>The name that stands for the domain itself where a service's name is asked for.</summary>
    public const string Apex = "@";

    /// <summary>The name of the edge node, which every other name leads to.</summary>
    public const string Edge = "edge";

    /// <summary>The host name of a service; the domain itself for <see cref="Apex"/>.</summary>
    public HostName Host(string service) => service == Apex ? Domain : HostPattern.For(service, Domain);

    /// <inheritdoc/>
    public IEnumerable<SettingsProblem> Problems() => [];

    /// <summary>A host name has 253 characters at most (RFC 1035), and a label before the domain 63.</summary>
    private static HostName ParseDomain(string text) => HostName.Parse(text).ToString().Length <= 253 - 64
        ? HostName.Parse(text)
        : throw new FormatException($"'{text}' leaves no room for host names below it");

    private static string ParseZoneId(string text) => ZoneIdPattern().IsMatch(text)
        ? text
        : throw new FormatException($"'{text}' is not a zone id, which has 32 hexadecimal digits");

    [GeneratedRegex(@"\A[0-9a-f]{32}\z", RegexOptions.None, 1000)]
    private static partial Regex ZoneIdPattern();
}
