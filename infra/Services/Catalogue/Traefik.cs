using Infra.Secrets;
using Infra.Settings;

namespace Infra.Services.Catalogue;

/// <summary>The reverse proxy, on the node that the public address leads to; the only service with ports on a node.</summary>
public static class Traefik
{
    /// <summary>Service and DNS name.</summary>
    public const string Name = "traefik";

    private const string User = "65532";

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
        Secrets = [.. Secrets(traffic.Https).Select(Mine)],
        Configs =
        [
            new("static", TraefikConfig.StaticPath, TraefikConfig.Static(traffic.Https, trustedProxies.Select(range => range.ToString()), $"{SocketProxy.Name}:{SocketProxy.Port}", network)),
            new("dynamic", TraefikConfig.DynamicPath, TraefikConfig.Dynamic(Certificate(traffic.Https), Mine(SecretNames.DashboardUsers).Path)),
        ],
        Health = HealthCheck.Command("traefik", "healthcheck"),
        Resources = new(128, 1),
        Placement = Placement.Labelled("edge", "true") with { MaxReplicasPerNode = 1 },
        Update = UpdatePolicy.StopFirst,
        StopGrace = TimeSpan.FromSeconds(40),
        User = $"{User}:{User}",
        ReadOnlyRoot = true,
        CapDrops = ["ALL"],
        WaitsFor = [SocketProxy.Name],
        Metrics = new(TraefikConfig.InternalPort),
    };

    private static IEnumerable<string> Secrets(bool https) => https
        ? [SecretNames.DashboardUsers, SecretNames.OriginCertificate, SecretNames.OriginKey]
        : [SecretNames.DashboardUsers];

    private static (string Certificate, string Key)? Certificate(bool https) => https
        ? (Mine(SecretNames.OriginCertificate).Path, Mine(SecretNames.OriginKey).Path)
        : null;

    private static SecretMount Mine(string secret) => new(secret) { Uid = User, Gid = User, Mode = UnixFileMode.UserRead };
}
