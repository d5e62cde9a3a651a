namespace Infra.Settings;

/// <summary>How the host name of a service is made: a text in which <c>{service}</c> stands for the service's name.</summary>
public sealed record HostPattern
{
    /// <summary>What to write.</summary>
    public const string Expected = "write a pattern with {service} in it, e.g. {service} or {service}-staging";

    private const string Service = "{service}";

    /// <summary>A label has 63 characters at most (RFC 1035); what is left is for the service's name.</summary>
    private const int LongestRest = 40;

    /// <summary>A service's host has the service's name.</summary>
    public static HostPattern Plain { get; } = new(Service);

    private readonly string _pattern;

    private HostPattern(string pattern) => _pattern = pattern;

    /// <summary>Reads a pattern.</summary>
    /// <exception cref="FormatException">
    /// There is not exactly one <c>{service}</c>, the hosts would not be host names, or they would be more than one level below the domain,
    /// where Cloudflare's Universal SSL has no certificate for them.
    /// </exception>
    public static HostPattern Parse(string text)
    {
        if (text.Split(Service).Length != 2)
            throw new FormatException($"'{text}' does not contain {Service} once");
        if (text.Length > LongestRest + Service.Length)
            throw new FormatException($"'{text}' leaves no room for the services' names");
        var pattern = new HostPattern(text);
        try
        {
            _ = pattern.For("api", HostName.Parse("example.com"));
        }
        catch (FormatException problem)
        {
            throw new FormatException($"'{text}' does not make a host name: it would be {text.Replace(Service, "api")}.example.com", problem);
        }

        return text.Contains('.')
            ? throw new FormatException(
                $"'{text}' puts hosts more than one level below the domain, which Universal SSL does not cover (did you mean {text.Replace('.', '-')}?)")
            : pattern;
    }

    /// <summary>Whether a service's name and the rest of the pattern fit into one label.</summary>
    public bool Fits(string service) => _pattern.Length - Service.Length + service.Length <= 63;

    /// <summary>The host of a service in a domain.</summary>
    public HostName For(string service, HostName domain) => HostName.Parse($"{_pattern.Replace(Service, service)}.{domain}");

    /// <inheritdoc/>
    public override string ToString() => _pattern;
}
