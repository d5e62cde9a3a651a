using System.Text.Json;
using System.Text.Json.Nodes;
using Infra.Settings;

namespace Infra.Compute;

/// <summary>The Docker Engine of every node: its version, where it comes from, and how its daemon is configured.</summary>
public static class DockerEngine
{
    /// <summary>Version of docker-ce and docker-ce-cli. An upgrade is a change here, not a surprise of a nightly update.</summary>
    public const string Version = "29.7.2";

    /// <summary>Fingerprint of the key that signs Docker's apt repository (docs.docker.com/engine/install/ubuntu).</summary>
    public const string SigningKey = "9DC858229FC7DD38854AE2D88D81803C0EBFCD88";

    /// <summary>TCP port of the daemon's Prometheus metrics.</summary>
    public const int MetricsPort = 9323;

    /// <summary>
    /// Address of the daemon's Prometheus metrics, which need no login: link-local (RFC 3927), on the node's loopback interface, so that the
    /// node's containers reach it and no other machine does. It is there before the daemon is, unlike the addresses of Docker's bridges.
    /// </summary>
    public const string MetricsAddress = "169.254.93.23";

    /// <summary>Content of a drop-in of <c>docker.service</c> that makes the address, at every start (systemd.unit(5)).</summary>
    public static string MetricsAddressDropIn { get; } =
        $"""
        [Service]
        ExecStartPre=/sbin/ip address replace {MetricsAddress}/32 dev lo

        """;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Content of <c>/etc/docker/daemon.json</c> (docs.docker.com/reference/cli/dockerd).</summary>
    public static string DaemonJson { get; } = new JsonObject
    {
        ["default-address-pools"] = new JsonArray(new JsonObject { ["base"] = NetworkRanges.Bridges.ToString(), ["size"] = 24 }),
        // With containerd's image store cAdvisor needs containerd's socket, which is root; with Docker's own a read-only proxy is enough.
        ["features"] = new JsonObject { ["containerd-snapshotter"] = false },
        // Swarm mode refuses a daemon that keeps containers alive without it.
        ["live-restore"] = false,
        ["log-driver"] = "json-file",
        ["log-opts"] = new JsonObject { ["max-size"] = "10m", ["max-file"] = "3" },
        ["metrics-addr"] = $"{MetricsAddress}:{MetricsPort}",
        ["no-new-privileges"] = true,
    }.ToJsonString(Indented);

    /// <summary>Content of an apt preferences file that allows this version and no other (apt_preferences(5)).</summary>
    public static string AptPreferences { get; } =
        $"""
        Package: docker-ce docker-ce-cli
        Pin: version 5:{Version}-*
        Pin-Priority: 1001

        """;
}
