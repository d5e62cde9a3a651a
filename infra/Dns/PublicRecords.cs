using Infra.Settings;
using Pulumi;
using Pulumi.Cloudflare;

namespace Infra.Dns;

/// <summary>
/// The public names: an address record for the edge, and for each service a name that follows it. All are proxied, since the origin's
/// certificate is trusted by Cloudflare alone and the firewall lets nobody else in.
/// </summary>
public sealed class PublicRecords : ComponentResource
{
    /// <summary>What Cloudflare wants to see for a proxied record: it chooses the time to live.</summary>
    private const double Automatic = 1;

    /// <summary>Declares the records.</summary>
    /// <param name="name">Name of the component.</param>
    /// <param name="domain">Zone and host names.</param>
    /// <param name="edgeAddress">The public IPv4 address.</param>
    /// <param name="services">Services with a public name, such as <c>api</c>.</param>
    /// <param name="options">Options of the component.</param>
    public PublicRecords(
        string name,
        DomainSettings domain,
        Output<string> edgeAddress,
        IEnumerable<string> services,
        ComponentResourceOptions? options = null)
        : base("lhd:dns:PublicRecords", name, options)
    {
        Declare(DomainSettings.Edge, "A", edgeAddress);
        foreach (var service in services)
            Declare(service, "CNAME", domain.Host(DomainSettings.Edge).ToString());
        RegisterOutputs();

        void Declare(string service, string type, Input<string> content) => _ = new DnsRecord($"{name}-{service}", new()
        {
            ZoneId = domain.ZoneId,
            Name = domain.Host(service).ToString(),
            Type = type,
            Content = content,
            Proxied = true,
            Ttl = Automatic,
        }, new() { Parent = this });
    }
}
