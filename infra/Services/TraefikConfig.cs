using Infra.Settings;

namespace Infra.Services;

/// <summary>
/// The two files that Traefik reads: static (entry points, providers, logs) and dynamic (certificate, middlewares).
/// Keys are those of Traefik v3, https://doc.traefik.io/traefik/reference/install-configuration/configuration-options/.
/// </summary>
public static class TraefikConfig
{
    /// <summary>Port inside the container for health, metrics and nothing public.</summary>
    public const int InternalPort = 8082;

    /// <summary>Path of the static file.</summary>
    public const string StaticPath = "/etc/traefik/traefik.yml";

    /// <summary>Path of the dynamic file.</summary>
    public const string DynamicPath = "/etc/traefik/dynamic.yml";

    /// <summary>The static file.</summary>
    /// <param name="https">Whether there is a certificate; without it port 80 serves the routes itself.</param>
    /// <param name="trustedProxies">Networks whose word about the client's address is believed: Cloudflare's.</param>
    /// <param name="dockerHost">Host and port of the Docker socket proxy.</param>
    /// <param name="network">Name of the network on which services are reached.</param>
    /// <param name="acme">How certificates are had from an ACME authority; null when they come from elsewhere.</param>
    public static string Static(bool https, IEnumerable<string> trustedProxies, string dockerHost, string network, AcmeSettings? acme = null) => $"""
        global:
          checkNewVersion: false
          sendAnonymousUsage: false

        entryPoints:
        {(https ? EntryPointsWithHttps(trustedProxies, acme is null ? "{}" : $"{{certResolver: {TraefikAcme.Resolver}}}") : EntryPointsWithoutHttps(trustedProxies))}
          internal:
            address: ":{InternalPort}"

        providers:
          swarm:
            endpoint: "tcp://{dockerHost}"
            exposedByDefault: false
            network: "{network}"
            refreshSeconds: 15
          file:
            filename: "{DynamicPath}"
            watch: false

        api:
          dashboard: true

        ping:
          entryPoint: internal

        metrics:
          prometheus:
            entryPoint: internal
            addEntryPointsLabels: true
            addRoutersLabels: true
            addServicesLabels: true

        log:
          level: INFO
          format: json

        accessLog:
          format: json
          fields:
            headers:
              defaultMode: drop
              names:
                Cf-Connecting-Ip: keep
                Cf-Ray: keep
                User-Agent: keep
        {(acme is null ? "" : TraefikAcme.Section(acme))}
        """;

    /// <summary>The dynamic file.</summary>
    /// <param name="certificate">Paths of the certificate and its key, or null without https.</param>
    /// <param name="usersFile">Path of the users file of the dashboard.</param>
    public static string Dynamic((string Certificate, string Key)? certificate, string usersFile) => $"""
        http:
          middlewares:
            dashboard-auth:
              basicAuth:
                usersFile: "{usersFile}"
                removeHeader: true
            retry:
              retry:
                attempts: 2
                initialInterval: 100ms
        {(certificate is var (file, key) ? Tls(file, key) : "")}
        """;

    private static string EntryPointsWithHttps(IEnumerable<string> trustedProxies, string tls) => $"""
          web:
            address: ":80"
            http:
              redirections:
                entryPoint:
                  to: websecure
                  scheme: https
                  permanent: true
          websecure:
            address: ":443"
            asDefault: true
            http:
              tls: {tls}
        {Transport(trustedProxies)}
        """;

    private static string EntryPointsWithoutHttps(IEnumerable<string> trustedProxies) => $"""
          web:
            address: ":80"
            asDefault: true
        {Transport(trustedProxies)}
        """;

    private static string Transport(IEnumerable<string> trustedProxies) => $"""
            forwardedHeaders:
              trustedIPs: [{string.Join(", ", trustedProxies.Select(network => $"\"{network}\""))}]
            transport:
              lifeCycle:
                requestAcceptGraceTimeout: 5s
                graceTimeOut: 20s
        """;

    private static string Tls(string certificate, string key) => $"""

        tls:
          stores:
            default:
              defaultCertificate:
                certFile: "{certificate}"
                keyFile: "{key}"
          options:
            default:
              minVersion: VersionTLS12
              sniStrict: false

        """;
}
