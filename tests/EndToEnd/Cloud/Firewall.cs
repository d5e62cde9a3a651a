using System.Text.Json.Nodes;

namespace EndToEnd.Tests.Cloud;

/// <summary>Pure: DigitalOcean's firewall rules as what iptables-restore reads, in front of a machine's addresses and of Docker's own rules.</summary>
internal static class Firewall
{
    /// <summary>The rules; without a firewall everything passes.</summary>
    /// <param name="inbound">The inbound rules of all firewalls that hold for the machine; none is no firewall.</param>
    /// <param name="addressesOf">Addresses of the machines with a tag.</param>
    public static string Rules(IReadOnlyList<JsonNode> inbound, Func<string, IEnumerable<string>> addressesOf) => inbound.Count == 0 ? "" : $"""
        *mangle
        :PREROUTING ACCEPT
        :CLOUD -
        -A PREROUTING -i eth0 -j CLOUD
        -A PREROUTING -i eth1 -j CLOUD
        -A CLOUD -m conntrack --ctstate ESTABLISHED,RELATED -j ACCEPT
        {string.Join('\n', inbound.SelectMany(rule => Accept(rule, addressesOf)))}
        -A CLOUD -j DROP
        COMMIT

        """;

    private static IEnumerable<string> Accept(JsonNode rule, Func<string, IEnumerable<string>> addressesOf)
    {
        var sources = Texts(rule["sourceAddresses"]).Concat(Texts(rule["sourceTags"]).SelectMany(addressesOf));
        var port = rule["portRange"] is { } range ? $" --dport {$"{range}".Replace('-', ':')}" : "";
        // The cloud has IPv4 only.
        return sources.Where(source => !source.Contains(':')).Distinct().Order(StringComparer.Ordinal)
            .Select(source => $"-A CLOUD -s {source} -p {rule["protocol"]}{port} -j ACCEPT");
    }

    private static IEnumerable<string> Texts(JsonNode? list) => (list?.AsArray() ?? []).Select(each => $"{each}");
}
