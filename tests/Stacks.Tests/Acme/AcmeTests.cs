using System.Security.Cryptography.X509Certificates;
using Infra.Tests;
using Tests.Support;

namespace Stacks.Tests.Acme;

/// <summary>
/// Traefik's ACME settings, used by the client library that Traefik is built on (lego, as Debian's program of that name) against a real
/// authority (Pebble), for all names of the plan; few of them, since the client takes one after the other.
/// </summary>
[Collection(SerialGraphs.Name)]
public class AcmeTests
{
    private const string Directory = "https://localhost:14000/dir";

    private static readonly string Here = Path.Combine(AppContext.BaseDirectory, "Acme");

    [RequiresToolFact("pebble", "pebble-challtestsrv", "lego", "unshare", "ip", "openssl", "curl")]
    public async Task The_http_challenge_is_answered_at_the_port_that_traefik_publishes()
    {
        var plan = await AcmePlan.OfAsync(("acmeServer", Directory), ("monitoring", "false"));

        using var certificate = await ObtainAsync(plan, "127.0.0.1:53", "--http", "--http.port", $":{plan.PublishedPort(plan["httpChallenge", "entryPoint"])}");

        AssertGood(plan, certificate);
    }

    [RequiresToolFact("pebble", "pebble-challtestsrv", "lego", "unshare", "ip", "openssl", "curl")]
    public async Task The_dns_challenge_is_seen_by_the_resolvers_that_traefik_asks()
    {
        var plan = await AcmePlan.OfAsync(("acmeServer", Directory), ("monitoring", "false"), ("acmeChallenge", "dns"), ("acmeDnsToken", "sentinel"));
        var resolvers = plan.List("dnsChallenge", "resolvers");

        using var certificate = await ObtainAsync(
            plan, string.Join(' ', resolvers), ["--dns", "exec", .. resolvers.SelectMany(each => new[] { "--dns.resolvers", each }), "--dns.disable-cp"]);

        Assert.Equal("cloudflare", plan["dnsChallenge", "provider"]);
        AssertGood(plan, certificate);
    }

    private static void AssertGood(AcmePlan plan, X509Certificate2 certificate)
    {
        Assert.Contains("api.example.com", plan.Names);
        Assert.Equal(plan.Names.Order(StringComparer.Ordinal), certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>().Single().EnumerateDnsNames().Order(StringComparer.Ordinal));
        using var key = certificate.GetECDsaPublicKey();
        Assert.Equal(256, key!.KeySize);
        Assert.Contains("CN=Pebble Intermediate CA", certificate.Issuer, StringComparison.Ordinal);
        // What is not in a volume is lost with the task, and the authority limits how often it signs the same names.
        Assert.Contains(Path.GetDirectoryName(plan["storage"]), plan.Volumes);
    }

    /// <summary>The certificate that the client gets with the plan's account and authority.</summary>
    private static async Task<X509Certificate2> ObtainAsync(AcmePlan plan, string resolvers, params IReadOnlyList<string> challenge)
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("lhd-acme-").FullName;
        try
        {
            var result = await Tool.RunAsync("unshare",
            [
                "--map-root-user", "--net", "--pid", "--fork", "--kill-child", "--mount-proc", "--",
                $"{Here}/authority", folder, resolvers,
                "env", $"EXEC_PATH={Here}/answer-challenge", "EXEC_SEQUENCE_INTERVAL=1",
                "lego", "--accept-tos", "--path", $"{folder}/lego",
                "--server", plan["caServer"], "--email", plan["email"], "--key-type", plan["keyType"].ToLowerInvariant(),
                .. plan.Names.SelectMany(name => new[] { "--domains", name }), .. challenge, "run",
            ]);
            Assert.True(result.ExitCode == 0, result.Output);
            return X509CertificateLoader.LoadCertificateFromFile($"{folder}/lego/certificates/{plan.Names[0]}.crt");
        }
        finally
        {
            System.IO.Directory.Delete(folder, recursive: true);
        }
    }
}
