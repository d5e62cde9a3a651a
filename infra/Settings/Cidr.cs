using System.Net;
using System.Net.Sockets;

namespace Infra.Settings;

/// <summary>A network in CIDR notation (RFC 4632), IPv4 or IPv6, written with its base address.</summary>
public sealed record Cidr
{
    /// <summary>What to write.</summary>
    public const string Expected = "write base address/prefix, e.g. 203.0.113.0/24, or one address as 203.0.113.7/32";

    private readonly IPNetwork _network;

    private Cidr(IPNetwork network) => _network = network;

    /// <summary>Number of leading bits that the addresses share; 0 is the whole Internet.</summary>
    public int PrefixLength => _network.PrefixLength;

    /// <summary>Whether the addresses are of IPv6.</summary>
    public bool IsIpv6 => _network.BaseAddress.AddressFamily == AddressFamily.InterNetworkV6;

    /// <summary>Reads a network.</summary>
    /// <exception cref="FormatException">The text is no network, or its address is not the base address.</exception>
    public static Cidr Parse(string text) =>
        !IPNetwork.TryParse(text, out var network) ? throw new FormatException($"'{text}' is not a network")
        : network.ToString() != text ? throw new FormatException($"'{text}' is not a network's base address, which is {network}")
        : new(network);

    /// <summary>Whether the two networks have an address in common.</summary>
    public bool Overlaps(Cidr other) => _network.Contains(other._network.BaseAddress) || other._network.Contains(_network.BaseAddress);

    /// <summary>Whether every address of the other network is also in this one.</summary>
    public bool Contains(Cidr other) => PrefixLength <= other.PrefixLength && _network.Contains(other._network.BaseAddress);

    /// <inheritdoc/>
    public override string ToString() => _network.ToString();
}
