namespace Infra.Services.Catalogue;

/// <summary>
/// The only service that sees the Docker socket. It passes on the read requests that Traefik's swarm provider makes, to Traefik alone.
/// See https://github.com/Tecnativa/docker-socket-proxy.
/// </summary>
public static class SocketProxy
{
    /// <summary>Service and DNS name.</summary>
    public const string Name = "socket-proxy";

    /// <summary>Port on the socket network.</summary>
    public const int Port = 2375;

    /// <summary>Describes the service.</summary>
    public static ServiceSpec Describe() => new(Name, Images.SocketProxy)
    {
        Env = new Dictionary<string, string>
        {
            ["SERVICES"] = "1",
            ["TASKS"] = "1",
            ["NETWORKS"] = "1",
            ["NODES"] = "1",
            ["INFO"] = "1",
            ["POST"] = "0",
            ["LOG_LEVEL"] = "warning",
        },
        Networks = [OverlayNetwork.Socket],
        Mounts = [Mount.Bind("/var/run/docker.sock", "/var/run/docker.sock", readOnly: true)],
        Health = HealthCheck.Http(Port, "/_ping"),
        Resources = new(64, 0.25),
        Placement = Placement.Managers,
    };
}
