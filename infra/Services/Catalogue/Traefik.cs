using Infra.Secrets;
using Infra.Settings;

namespace Infra.Services.Catalogue;

/// <summary>The reverse proxy, on the node that the public address leads to; the only service with ports on a node.</summary>
public static class Traefik
{
    /// <summary>Service and DNS name.</summary>
    public const string Name = "traefik";

    private const string User = "65532";
    private const string Root = "0";

    /// <summary>Describes the service.</summary>
    /// <param name="traffic">The stack file's section.</param>
    /// <param name="dashboardHost">Host of the dashboard.</param>
    /// <param name="trustedProxies">Networks whose word about the client's address is believed: Cloudflare's.</param>
    /// <param name="network">Name of the edge network.</param>
    public static ServiceSpec Describe(TrafficSettings traffic, HostName dashboardHost, IEnumerable<Cidr> trustedProxies, string network) => new(Name, Images.Traefik)
    {
        Networks = [OverlayNetwork.Edge, OverlayNetwork.Socket, OverlayNetwork.Metrics],
        Ports = traffic.Https ? [new(80, 80), new(443, 443)] : [new(80, 80)],
        Routes =
        [
            new(dashboardHost.ToString(), TraefikConfig.InternalPort) { Access = RouteAccess.Dashboard, InternalService = "api@internal" },
        ],
        Secrets = [.. Secrets(traffic).Select(secret => Mine(secret, UserOf(traffic)))],
        Env = traffic.HasAcme ? TraefikAcme.Env(traffic.Acme, $"/run/secrets/{SecretNames.AcmeDnsToken}") : new Dictionary<string, string>(),
        Mounts = traffic.HasAcme ? [Mount.Volume(TraefikAcme.Volume, TraefikAcme.Folder)] : [],
        Configs =
        [
            new("static", TraefikConfig.StaticPath, TraefikConfig.Static(
                traffic.Https, trustedProxies.Select(range => range.ToString()), $"{SocketProxy.Name}:{SocketProxy.Port}", network, traffic.HasAcme ? traffic.Acme : null)),
            new("dynamic", TraefikConfig.DynamicPath, TraefikConfig.Dynamic(Certificate(traffic), $"/run/secrets/{SecretNames.DashboardUsers}")),
        ],
        Health = HealthCheck.Command("traefik", "healthcheck"),
        Resources = new(128, 1),
        Placement = Placement.Labelled("edge", "true") with { MaxReplicasPerNode = 1 },
        Update = UpdatePolicy.StopFirst,
        StopGrace = TimeSpan.FromSeconds(40),
        User = $"{UserOf(traffic)}:{UserOf(traffic)}",
        ReadOnlyRoot = true,
        CapDrops = ["ALL"],
        WaitsFor = [SocketProxy.Name],
        Metrics = new(TraefikConfig.InternalPort),
    };

    private static IEnumerable<string> Secrets(TrafficSettings traffic) =>
    [
        SecretNames.DashboardUsers,
        .. traffic.HasCertificateSecrets ? [SecretNames.OriginCertificate, SecretNames.OriginKey] : Array.Empty<string>(),
        .. traffic is { HasAcme: true, Acme.Challenge: AcmeChallenge.Dns } ? [SecretNames.AcmeDnsToken] : Array.Empty<string>(),
    ];

    private static (string Certificate, string Key)? Certificate(TrafficSettings traffic) => traffic.HasCertificateSecrets
        ? ($"/run/secrets/{SecretNames.OriginCertificate}", $"/run/secrets/{SecretNames.OriginKey}")
        : null;

    /// <summary>A volume is made for root, which keeps no capability either; it writes its certificates there.</summary>
    private static string UserOf(TrafficSettings traffic) => traffic.HasAcme ? Root : User;

    private static SecretMount Mine(string secret, string user) => new(secret) { Uid = user, Gid = user, Mode = UnixFileMode.UserRead };
}
