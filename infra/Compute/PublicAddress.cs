using System.Globalization;
using Pulumi;
using Pulumi.DigitalOcean;

namespace Infra.Compute;

/// <summary>The address that the names of the environment lead to. It is reserved, so that it stays when the node behind it is rebuilt.</summary>
public sealed class PublicAddress : ComponentResource
{
    /// <summary>Declares the address and assigns it.</summary>
    /// <param name="name">Name of the component.</param>
    /// <param name="region">Slug of the region, the node's own.</param>
    /// <param name="edge">The node that the address leads to.</param>
    /// <param name="protect">Whether the address is protected from deletion.</param>
    /// <param name="options">Options of the component.</param>
    public PublicAddress(string name, string region, Node edge, bool protect, ComponentResourceOptions? options = null)
        : base("lhd:compute:PublicAddress", name, options)
    {
        var reserved = new ReservedIp($"{name}-reserved", new() { Region = region }, new() { Parent = this, Protect = protect });
        _ = new ReservedIpAssignment($"{name}-assignment", new()
        {
            IpAddress = reserved.IpAddress,
            DropletId = edge.Identity.Apply(id => int.Parse(id, CultureInfo.InvariantCulture)),
        }, new() { Parent = this });

        Address = reserved.IpAddress;
        AddressUrn = reserved.ReservedIpUrn;
        RegisterOutputs();
    }

    /// <summary>The IPv4 address.</summary>
    public Output<string> Address { get; }

    /// <summary>What DigitalOcean calls the address, to put it into a project.</summary>
    public Output<string> AddressUrn { get; }
}
