using System.Text.RegularExpressions;

namespace Infra.Settings;

/// <summary>
/// A fully qualified DNS host name in lower case (RFC 1123), of two labels at least and without the final dot; or <c>localhost</c>, which every
/// name below leads back to this machine as well (RFC 6761, section 6.3).
/// </summary>
public sealed partial record HostName
{
    /// <summary>What to write.</summary>
    public const string Expected = "write a registered name in lower case without scheme or path, e.g. example.com";

    private readonly string _name;

    private HostName(string name) => _name = name;

    /// <summary>The labels, from the host's own to the top-level domain.</summary>
    public IReadOnlyList<string> Labels => _name.Split('.');

    /// <summary>Reads a host name.</summary>
    /// <exception cref="FormatException">The text is not a host name.</exception>
    public static HostName Parse(string text) => text.Length <= 253 && Pattern().IsMatch(text)
        ? new(text)
        : throw new FormatException($"'{text}' is not a domain name");

    /// <inheritdoc/>
    public override string ToString() => _name;

    [GeneratedRegex(@"\A(localhost|([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?)\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Pattern();
}
