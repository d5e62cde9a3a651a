using Infra.Secrets;
using Infra.Settings;

namespace Infra.Services.Catalogue;

/// <summary>
/// Portainer: the swarm in a browser, behind a login of its own, which it has from the first moment. The server sees no Docker socket; an
/// agent on every node does, and answers the server alone: both know a secret, on a network that nobody else is on.
/// See https://docs.portainer.io/admin/environments/add/swarm/agent and https://docs.portainer.io/advanced/cli.
/// </summary>
public static class Portainer
{
    /// <summary>Service, DNS name and host.</summary>
    public const string Name = "portainer";

    /// <summary>Service and DNS name of the agents.</summary>
    public const string AgentName = "portainer-agent";

    /// <summary>Name of the administrator, which Portainer gives.</summary>
    public const string User = "admin";

    /// <summary>Volume with its own settings and users. It outlives the stack.</summary>
    public const string Volume = "portainer";

    private const int Port = 9000;

    private const int AgentPort = 9001;

    /// <summary>Names of the secrets that are generated for it; none when it is off.</summary>
    public static IReadOnlyList<string> Secrets(PortainerSettings settings) => settings.Enabled ? [SecretNames.PortainerPassword, SecretNames.PortainerAgentSecret] : [];

    /// <summary>Describes the services; none when it is off.</summary>
    /// <param name="settings">The stack file's section.</param>
    /// <param name="host">The public host.</param>
    public static IReadOnlyList<ServiceSpec> Describe(PortainerSettings settings, HostName host) => settings.Enabled ? [Agent(), Server(host)] : [];

    private static ServiceSpec Server(HostName host) => new ServiceSpec(Name, Images.Portainer)
    {
        Command = ["/portainer"],
        Args = ["--host", $"tcp://tasks.{AgentName}:{AgentPort}", "--tlsskipverify", "--admin-password-file", $"/run/secrets/{SecretNames.PortainerPassword}"],
        Networks = [OverlayNetwork.Edge, OverlayNetwork.Agent],
        // Basic auth would take the header in which its pages send their own token.
        Routes = [new(host.ToString(), Port)],
        Secrets = [new(SecretNames.PortainerPassword)],
        Mounts = [Mount.Volume(Volume, "/data")],
        Health = HealthCheck.Http(Port, "/api/system/status") with { StartPeriod = TimeSpan.FromMinutes(1) },
        Resources = new(256, 0.5),
        Placement = Placement.Labelled("data", "true"),
        Update = UpdatePolicy.StopFirst,
        WaitsFor = [AgentName],
    }.WithSecretEnvironment(AgentSecret);

    /// <summary>The agent speaks TLS with a certificate that it makes at every start.</summary>
    private static ServiceSpec Agent() => new ServiceSpec(AgentName, Images.PortainerAgent)
    {
        Mode = ServiceMode.Global,
        Command = ["/app/agent"],
        Env = new Dictionary<string, string> { ["AGENT_CLUSTER_ADDR"] = $"tasks.{AgentName}" },
        Networks = [OverlayNetwork.Agent],
        Mounts = [Mount.Bind("/var/run/docker.sock", "/var/run/docker.sock")],
        Health = HealthCheck.Command("wget", "--quiet", "--no-check-certificate", "--output-document=/dev/null", $"https://127.0.0.1:{AgentPort}/ping") with
        {
            StartPeriod = TimeSpan.FromMinutes(1),
        },
        Resources = new(128, 0.25),
    }.WithSecretEnvironment(AgentSecret);

    private static Dictionary<string, string> AgentSecret => new() { ["AGENT_SECRET"] = SecretNames.PortainerAgentSecret };
}
