using Preview.Answers;
using Pulumi.Protocol;

namespace Preview.Rendering;

/// <summary>A DigitalOcean firewall's rules, one line each.</summary>
public static class FirewallRules
{
    private const int NameWidth = 3;

    private static readonly HashSet<string> Cloudflare = [.. KnownFacts.CloudflareIpv4, .. KnownFacts.CloudflareIpv6];

    /// <summary>Whom the firewall is for, then inbound rules, then outbound ones, each kind in the program's order.</summary>
    public static IEnumerable<string> Lines(IReadOnlyDictionary<string, PropertyValue> inputs) =>
    [
        .. inputs.TryGetValue("tags", out var tags) ? new[] { $"tags: {PropertyText.Brief(tags)}" } : [],
        .. Rules(inputs, "inboundRules", "in", "from", "source"),
        .. Rules(inputs, "outboundRules", "out", "to", "destination"),
    ];

    private static IEnumerable<string> Rules(
        IReadOnlyDictionary<string, PropertyValue> inputs, string input, string direction, string preposition, string side) =>
        inputs.GetValueOrDefault(input) switch
        {
            null => [],
            PropertyValue.List rules => rules.Items.Select(rule => $"{direction.PadRight(NameWidth)} {Rule(rule, preposition, side)}"),
            var other => [$"{direction.PadRight(NameWidth)} {PropertyText.Brief(other)}"],
        };

    private static string Rule(PropertyValue rule, string preposition, string side)
    {
        if (rule is not PropertyValue.Map { Members: var members })
            return PropertyText.Brief(rule);

        var peers = members
            .Where(member => member.Key.StartsWith(side, StringComparison.Ordinal))
            .OrderBy(member => member.Key, StringComparer.Ordinal)
            .Select(member => Peers(member.Key[side.Length..], member.Value));
        var protocol = string.Join(' ', new[] { "protocol", "portRange" }
            .Where(members.ContainsKey)
            .Select(name => PropertyText.Brief(members[name])));
        return $"{protocol} {preposition} {string.Join(", ", peers)}".TrimEnd();
    }

    private static string Peers(string kind, PropertyValue peers) => kind switch
    {
        "Addresses" => Addresses(peers),
        "Tags" => $"tag {PropertyText.Brief(peers)}",
        _ => $"{kind} {PropertyText.Brief(peers)}",
    };

    // A reviewer asks whether it is exactly Cloudflare, not which 22 networks that is.
    private static string Addresses(PropertyValue peers) =>
        peers is PropertyValue.List list && Cloudflare.SetEquals(list.Items.Select(PropertyText.Brief))
            ? $"Cloudflare ({Cloudflare.Count} networks)"
            : PropertyText.Brief(peers);
}
