using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace EndToEnd.Tests.Provider;

/// <summary>A certificate authority of the test's own.</summary>
internal sealed class LocalAuthority : IDisposable
{
    private static readonly TimeSpan Validity = TimeSpan.FromDays(30);

    private LocalAuthority(X509Certificate2 certificate) => Certificate = certificate;

    /// <summary>The authority's own certificate.</summary>
    public X509Certificate2 Certificate { get; }

    /// <summary>The authority whose key is kept in a folder; made there when there is none.</summary>
    public static LocalAuthority In(string folder)
    {
        var (certificate, key) = ($"{folder}/authority.pem", $"{folder}/authority.key");
        if (!File.Exists(key))
        {
            using var made = Make();
            File.WriteAllText(certificate, made.ExportCertificatePem());
            File.WriteAllText(key, made.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem());
        }

        return new(X509Certificate2.CreateFromPemFile(certificate, key));
    }

    /// <summary>Signs a request with the names that it asks for.</summary>
    public string Sign(string request)
    {
        var loaded = CertificateRequest.LoadSigningRequestPem(request, HashAlgorithmName.SHA256, CertificateRequestLoadOptions.UnsafeLoadCertificateExtensions);
        using var signed = loaded.Create(Certificate, DateTimeOffset.UtcNow.AddHours(-1), DateTimeOffset.UtcNow + Validity, RandomNumberGenerator.GetBytes(12));
        return signed.ExportCertificatePem() + "\n";
    }

    /// <summary>A certificate and key for servers of the test's own.</summary>
    public (string Certificate, string Key) Issue(params IReadOnlyList<string> names)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={names[0]}", key, HashAlgorithmName.SHA256);
        var alternatives = new SubjectAlternativeNameBuilder();
        foreach (var name in names)
            alternatives.AddDnsName(name);
        request.CertificateExtensions.Add(alternatives.Build());
        return (Sign(request.CreateSigningRequestPem()), key.ExportPkcs8PrivateKeyPem() + "\n");
    }

    public void Dispose() => Certificate.Dispose();

    private static X509Certificate2 Make()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=loopback cloud", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddHours(-1), DateTimeOffset.UtcNow + (2 * Validity));
    }
}
