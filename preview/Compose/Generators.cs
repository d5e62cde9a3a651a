using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;

namespace Preview.Compose;

/// <summary>
/// Makes what the random and tls providers make (https://www.pulumi.com/registry/packages/random and .../tls), by the type of the
/// resource. The values are as strong as theirs: all come from the system's generator.
/// </summary>
internal static class Generators
{
    private const string Lower = "abcdefghijklmnopqrstuvwxyz";
    private const string Numbers = "0123456789";

    private static readonly Dictionary<string, Func<JsonObject, JsonObject>> ByType = new()
    {
        ["random:index/randomPassword:RandomPassword"] = Password,
        ["random:index/randomString:RandomString"] = inputs => new() { ["result"] = Text(inputs) },
        ["random:index/randomId:RandomId"] = inputs => new() { ["hex"] = RandomNumberGenerator.GetHexString(2 * (int)Number(inputs, "byteLength", 0), lowercase: true) },
        ["tls:index/privateKey:PrivateKey"] = Key,
        ["tls:index/selfSignedCert:SelfSignedCert"] = Certificate,
    };

    /// <summary>Whether there is a generator for a type.</summary>
    public static bool Knows(string type) => ByType.ContainsKey(type);

    /// <summary>The outputs of a new resource besides its inputs.</summary>
    public static JsonObject Make(string type, JsonObject inputs) => ByType[type](inputs);

    private static JsonObject Password(JsonObject inputs)
    {
        var text = Text(inputs);
        return new() { ["result"] = text, ["bcryptHash"] = Bcrypt.Hash(text) };
    }

    private static string Text(JsonObject inputs)
    {
        var letters = (Has(inputs, "lower") ? Lower : "") + (Has(inputs, "upper") ? Lower.ToUpperInvariant() : "") + (Has(inputs, "numeric") ? Numbers : "")
            + (Has(inputs, "special") ? $"{inputs["overrideSpecial"] ?? "!@#$%&*()-_=+[]{}<>:?"}" : "");
        return RandomNumberGenerator.GetString(letters, (int)Number(inputs, "length", 0));
    }

    private static JsonObject Key(JsonObject inputs)
    {
        if ($"{inputs["algorithm"]}" != "ECDSA" || $"{inputs["ecdsaCurve"]}" != "P256")
            throw new Engine.EngineException($"--compose makes ECDSA keys on the curve P256 only, not {inputs["algorithm"]}");
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new() { ["privateKeyPem"] = $"{key.ExportECPrivateKeyPem()}\n", ["publicKeyPem"] = $"{key.ExportSubjectPublicKeyInfoPem()}\n" };
    }

    private static JsonObject Certificate(JsonObject inputs)
    {
        using var key = ECDsa.Create();
        key.ImportFromPem($"{inputs["privateKeyPem"]}");
        var request = new CertificateRequest($"CN={inputs["subject"]!["commonName"]}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        foreach (var name in inputs["dnsNames"]!.AsArray())
            names.AddDnsName($"{name}");
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new("1.3.6.1.5.5.7.3.1")], critical: false));
        var now = DateTimeOffset.UtcNow;
        using var certificate = request.CreateSelfSigned(now, now.AddHours(Number(inputs, "validityPeriodHours", 0)));
        return new() { ["certPem"] = $"{certificate.ExportCertificatePem()}\n", ["validityEndTime"] = $"{certificate.NotAfter.ToUniversalTime():O}" };
    }

    private static bool Has(JsonObject inputs, string kind) => inputs[kind]?.GetValue<bool>() ?? true;

    private static double Number(JsonObject inputs, string key, double otherwise) => inputs[key]?.GetValue<double>() ?? otherwise;
}
