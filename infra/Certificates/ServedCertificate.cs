using Pulumi;

namespace Infra.Certificates;

/// <summary>A certificate that Traefik shows.</summary>
/// <param name="CertificatePem">The certificate, in PEM.</param>
/// <param name="PrivateKeyPem">Its private key, in PEM, secret.</param>
public sealed record ServedCertificate(Output<string> CertificatePem, Output<string> PrivateKeyPem);
