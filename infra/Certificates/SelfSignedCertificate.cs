using Infra.Settings;
using Pulumi;
using Pulumi.Tls;
using Pulumi.Tls.Inputs;

namespace Infra.Certificates;

/// <summary>A certificate that nobody vouches for: a browser warns once. For one's own machine, where https itself is to be tried.</summary>
public sealed class SelfSignedCertificate : ComponentResource
{
    /// <summary>A year; when it is over, the next update makes another.</summary>
    private const int ValidityHours = 8760;

    /// <summary>Thirty days before the end, so that an update comes in time.</summary>
    private const int RenewalHours = 720;

    /// <summary>Declares key and certificate.</summary>
    /// <param name="name">Name of the component.</param>
    /// <param name="hosts">The names in the certificate.</param>
    /// <param name="options">Options of the component.</param>
    public SelfSignedCertificate(string name, IEnumerable<HostName> hosts, ComponentResourceOptions? options = null)
        : base("lhd:certificates:SelfSignedCertificate", name, options)
    {
        var hostNames = hosts.Select(host => host.ToString()).Distinct().Order(StringComparer.Ordinal).ToArray();
        var key = new PrivateKey($"{name}-key", new() { Algorithm = "ECDSA", EcdsaCurve = "P256" }, new() { Parent = this });
        var privateKey = Output.CreateSecret(key.PrivateKeyPem);
        var certificate = new SelfSignedCert($"{name}-certificate", new()
        {
            PrivateKeyPem = privateKey,
            Subject = new SelfSignedCertSubjectArgs { CommonName = hostNames[0] },
            DnsNames = hostNames,
            AllowedUses = new[] { "digital_signature", "server_auth" },
            ValidityPeriodHours = ValidityHours,
            EarlyRenewalHours = RenewalHours,
        }, new() { Parent = this });

        Served = new(certificate.CertPem, privateKey);
        RegisterOutputs();
    }

    /// <summary>The certificate.</summary>
    public ServedCertificate Served { get; }
}
