namespace Infra.Settings;

/// <summary>The networks from which SSH is allowed, taken together.</summary>
public static class AdminNetworks
{
    /// <summary>Key of the list.</summary>
    public const string Key = "adminCidrs";

    /// <summary>
    /// The largest blocks that one organisation has: an IPv4 /8 (https://www.iana.org/assignments/ipv4-address-space) and, with much room, an IPv6 /16.
    /// </summary>
    private const int WidestIpv4 = 8, WidestIpv6 = 16;

    /// <summary>What is wrong with them: several halves of the Internet are as open as the whole.</summary>
    public static IEnumerable<SettingsProblem> Problems(IReadOnlyList<Cidr> networks) =>
        networks.GroupBy(network => network.IsIpv6 ? WidestIpv6 : WidestIpv4).Where(family => IsWide([.. family], family.Key)).Select(family => new SettingsProblem(
            Key,
            $"together they let in more addresses than a /{family.Key}, far more than operators and CI have",
            "list the operators' networks alone, e.g. 203.0.113.0/24, or one address as 203.0.113.7/32"));

    private static bool IsWide(IReadOnlyList<Cidr> networks, int widest) => networks
        .Distinct()
        .Where(network => !networks.Any(other => other != network && other.Contains(network)))
        .Sum(network => Math.Pow(2, widest - network.PrefixLength)) > 1;
}
