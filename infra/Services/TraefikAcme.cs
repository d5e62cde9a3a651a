using Infra.Settings;

namespace Infra.Services;

/// <summary>
/// Certificates that Traefik gets by itself from an ACME authority.
/// See https://doc.traefik.io/traefik/reference/install-configuration/tls/certificate-resolvers/acme/.
/// </summary>
public static class TraefikAcme
{
    /// <summary>Name of the resolver, which every route over https uses.</summary>
    public const string Resolver = "acme";

    /// <summary>Where the account's key and the certificates are kept; a volume, so that a new task does not ask the authority again.</summary>
    public const string Folder = "/acme";

    /// <summary>The volume on the edge node. It outlives the stack, as the authority limits how often it signs the same names.</summary>
    public const string Volume = "traefik-acme";

    /// <summary>
    /// Variables that point to the token's file. Cloudflare's answerer reads it from there (https://go-acme.github.io/lego/dns/cloudflare/).
    /// </summary>
    /// <param name="settings">The settings.</param>
    /// <param name="tokenFile">Path of the token's file.</param>
    public static IReadOnlyDictionary<string, string> Env(AcmeSettings settings, string tokenFile) => settings.Challenge == AcmeChallenge.Dns
        ? new Dictionary<string, string> { ["CF_DNS_API_TOKEN_FILE"] = tokenFile }
        : new Dictionary<string, string>();

    /// <summary>The part of Traefik's static file that declares the resolver.</summary>
    public static string Section(AcmeSettings settings) => $"""

        certificatesResolvers:
          {Resolver}:
            acme:
              email: "{settings.Email}"
              storage: "{Folder}/acme.json"
              caServer: "{settings.Server}"
              keyType: EC256
        {(settings.Challenge == AcmeChallenge.Dns ? DnsChallenge : HttpChallenge)}

        """;

    private const string HttpChallenge = """
              httpChallenge:
                entryPoint: web
        """;

    // The zone's own servers and not the node's resolver, which may remember that there was no record.
    private const string DnsChallenge = """
              dnsChallenge:
                provider: cloudflare
                resolvers: ["1.1.1.1:53", "1.0.0.1:53"]
        """;
}
