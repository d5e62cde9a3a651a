using Infra.Settings;
using Pulumi;
using Pulumi.Cloudflare;
using Pulumi.Tls;

namespace Infra.Certificates;

/// <summary>
/// The certificate that Traefik shows to Cloudflare, signed by Cloudflare's origin authority, and by no other party trusted.
/// Its private key is made here and never leaves the stack's state but as a secret.
/// </summary>
public sealed class OriginCertificate : ComponentResource
{
    /// <summary>Fifteen years, the longest that Cloudflare signs. The provider's own default differs from what the API answers.</summary>
    private const int ValidityDays = 5475;

    /// <summary>Declares key, request and certificate.</summary>
    /// <param name="name">Name of the component.</param>
    /// <param name="domain">Domain whose zone the hosts are in.</param>
    /// <param name="hosts">The names in the certificate.</param>
    /// <param name="options">Options of the component.</param>
    public OriginCertificate(string name, HostName domain, IEnumerable<HostName> hosts, ComponentResourceOptions? options = null)
        : base("lhd:certificates:OriginCertificate", name, options)
    {
        var hostNames = hosts.Select(host => host.ToString()).Distinct().Order(StringComparer.Ordinal).ToArray();
        var key = new PrivateKey($"{name}-key", new() { Algorithm = "ECDSA", EcdsaCurve = "P256" }, new() { Parent = this });
        var privateKey = Output.CreateSecret(key.PrivateKeyPem);
        var request = new CertRequest($"{name}-request", new()
        {
            PrivateKeyPem = privateKey,
            // Cloudflare refuses a request without a subject.
            Subject = new Pulumi.Tls.Inputs.CertRequestSubjectArgs { CommonName = hostNames[0], Organization = domain.ToString() },
            DnsNames = hostNames,
        }, new() { Parent = this });
        var certificate = new OriginCaCertificate($"{name}-certificate", new()
        {
            Csr = request.CertRequestPem,
            Hostnames = hostNames,
            RequestType = "origin-ecc",
            RequestedValidity = ValidityDays,
        }, new() { Parent = this, IgnoreChanges = ["requestedValidity"] });

        Served = new(certificate.Certificate, privateKey);
        RegisterOutputs();
    }

    /// <summary>The certificate.</summary>
    public ServedCertificate Served { get; }
}
