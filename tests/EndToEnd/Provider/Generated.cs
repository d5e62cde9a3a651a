using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace EndToEnd.Tests.Provider;

/// <summary>The types of the random provider that the program uses, truly random.</summary>
internal sealed class RandomText : ResourceKind
{
    private const string Lower = "abcdefghijklmnopqrstuvwxyz";

    public override bool IsFixed => true;

    public override IReadOnlySet<string> SecretOutputs { get; } = new HashSet<string> { "bcryptHash", "result" };

    public override async Task<Existing> CreateAsync(Asked asked, CancellationToken cancellation)
    {
        string[] sets = [Lower, .. Part("upper", Lower.ToUpperInvariant()), .. Part("numeric", "0123456789"), .. Part("special", "!@#$%&*()-_=+[]{}<>:?")];
        var result = RandomNumberGenerator.GetString(string.Concat(sets), (int)asked.Inputs["length"]!.GetValue<double>());
        var hash = (await Tool.RunAsync("htpasswd", ["-niB", "user"], Path.GetTempPath(), result)).Output.Trim().Split(':')[^1];
        return new("none", new() { ["result"] = result, ["bcryptHash"] = hash });

        string[] Part(string key, string letters) => asked.Inputs[key]?.GetValue<bool>() == false ? [] : [letters];
    }
}

/// <summary>A random id.</summary>
internal sealed class RandomId : ResourceKind
{
    public override bool IsFixed => true;

    public override Task<Existing> CreateAsync(Asked asked, CancellationToken cancellation)
    {
        var bytes = RandomNumberGenerator.GetBytes((int)asked.Inputs["byteLength"]!.GetValue<double>());
        return Task.FromResult(new Existing(Convert.ToBase64String(bytes), new() { ["hex"] = Convert.ToHexStringLower(bytes) }));
    }
}

/// <summary>A private key: ED25519 by ssh-keygen, ECDSA by the framework.</summary>
internal sealed class TlsPrivateKey(string folder) : ResourceKind
{
    public override bool IsFixed => true;

    public override IReadOnlySet<string> SecretOutputs { get; } = new HashSet<string> { "privateKeyOpenssh", "privateKeyPem", "privateKeyPemPkcs8" };

    public override async Task<Existing> CreateAsync(Asked asked, CancellationToken cancellation)
    {
        if (asked.Text("algorithm") == "ECDSA")
        {
            using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            return new($"{Guid.NewGuid():N}", new() { ["privateKeyPem"] = key.ExportECPrivateKeyPem() + "\n" });
        }

        var path = $"{folder}/key-{Guid.NewGuid():N}";
        await Tool.AcceptAsync("ssh-keygen", "", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", path);
        var (secret, open) = (await File.ReadAllTextAsync(path, cancellation), await File.ReadAllTextAsync($"{path}.pub", cancellation));
        File.Delete(path);
        return new($"{Guid.NewGuid():N}", new() { ["privateKeyOpenssh"] = secret, ["publicKeyOpenssh"] = $"{open.Trim()}\n" });
    }
}

/// <summary>A request for a certificate, of the names and the key that were given.</summary>
internal sealed class TlsCertRequest : ResourceKind
{
    public override bool IsFixed => true;

    public override Task<Existing> CreateAsync(Asked asked, CancellationToken cancellation)
    {
        using var key = ECDsa.Create();
        key.ImportFromPem(asked.Text("privateKeyPem"));
        var request = new CertificateRequest($"CN={asked.Inputs["subject"]!["commonName"]}, O={asked.Inputs["subject"]!["organization"]}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        foreach (var name in asked.Inputs["dnsNames"]!.AsArray())
            names.AddDnsName($"{name}");
        request.CertificateExtensions.Add(names.Build());
        return Task.FromResult(new Existing($"{Guid.NewGuid():N}", new() { ["certRequestPem"] = request.CreateSigningRequestPem() }));
    }
}

/// <summary>Cloudflare's origin CA, by a local one.</summary>
internal sealed class OriginCaCertificate(LocalAuthority authority) : ResourceKind
{
    public override bool IsFixed => true;

    public override Task<Existing> CreateAsync(Asked asked, CancellationToken cancellation) =>
        Task.FromResult(new Existing($"{Guid.NewGuid():N}", new() { ["certificate"] = authority.Sign(asked.Text("csr")) }));
}
