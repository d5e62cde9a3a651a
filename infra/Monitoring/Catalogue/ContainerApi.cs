using Infra.Services;
using Infra.Services.Catalogue;

namespace Infra.Monitoring.Catalogue;

/// <summary>
/// The part of the Docker API that cAdvisor reads: what the engine is, and which containers run. A proxy on each node lets these requests
/// through, on a Unix socket in a volume that only cAdvisor shares; it listens on no network.
/// </summary>
public static class ContainerApi
{
    private const string Folder = "/run/container-api";

    /// <summary>The socket.</summary>
    public const string SocketPath = $"{Folder}/docker.sock";

    /// <summary>The volume that holds the socket.</summary>
    public static Mount SocketVolume { get; } = Mount.Volume("container-api", Folder);

    /// <summary>The service.</summary>
    public static ServiceSpec Spec { get; } = new(MonitoringNames.ContainerApi, Images.SocketProxy)
    {
        Mode = ServiceMode.Global,
        Env = new Dictionary<string, string>
        {
            ["BIND_CONFIG"] = SocketPath,
            ["CONTAINERS"] = "1",
            ["INFO"] = "1",
            ["EVENTS"] = "0",
            ["POST"] = "0",
            ["LOG_LEVEL"] = "warning",
        },
        Mounts = [Mount.Bind("/var/run/docker.sock", "/var/run/docker.sock", readOnly: true), SocketVolume],
        Health = HealthCheck.None("it listens on a socket that nothing in its image can ask; cAdvisor's own check fails without it"),
        Resources = new(MemoryMiB: 48, Cpus: 0.1) { ReservedMemoryMiB = 16 },
        Update = UpdatePolicy.StopFirst,
        CapDrops = ["ALL"],
    };
}
