using Infra.Certificates;
using Infra.Compute;
using Infra.Secrets;
using Infra.Services;
using Infra.Services.Catalogue;
using Infra.Settings;
using Infra.Swarm;
using Pulumi;

namespace Stacks;

/// <summary>What the services stand on.</summary>
/// <param name="Foundation">The machines, and where data are kept on them.</param>
/// <param name="Certificate">The origin certificate.</param>
/// <param name="Cluster">The swarm.</param>
public sealed record ApplicationGround(Foundation Foundation, OriginCertificate Certificate, SwarmCluster Cluster);

/// <summary>Everything in the swarm: logins, networks, secrets, and the services that use them.</summary>
public sealed class Application
{
    /// <summary>Declares everything in the swarm.</summary>
    public Application(EnvironmentSettings settings, IReadOnlyList<ServiceSpec> services, ApplicationGround ground)
    {
        var (foundation, certificate, cluster) = ground;

        var logins = new RegistryLogins("registry", settings.Registry, foundation.Nodes, cluster.Formed);
        var networks = new OverlayNetworks("networks", settings.Traffic.OverlayEncryption, cluster.Inside);
        var generated = new GeneratedSecrets("generated", settings.Secrets, settings.Postgres.Database, settings.Traffic.DashboardUser);
        var secrets = new SwarmSecrets(
            "secrets",
            SecretValues.All(settings, generated, certificate.CertificatePem, certificate.PrivateKeyPem),
            services.SelectMany(service => service.Secrets).Select(mount => mount.Secret),
            cluster.Inside);
        var surroundings = new ServiceSurroundings(settings.Traffic.Https, networks.Ids, secrets.Secrets, settings.Registry.Server, logins.Version);

        _ = new ServiceStack("services", new(services, surroundings, cluster.Inside)
        {
            Before = service => service.Mounts.Any(mount => mount.Source.StartsWith(DataVolume.MountPoint, StringComparison.Ordinal)) ? [foundation.DataReady] : [],
            After = (spec, service) => spec.Name == Postgres.Name
                ? [new PostgresLogins("postgres-logins", settings.Postgres.Database, generated.Postgres, foundation.Data, service.Service).Set]
                : [],
        });

        Passwords = new Dictionary<string, Output<string>>
        {
            [settings.Traffic.DashboardUser] = generated.DashboardPassword,
            ["grafana"] = generated.GrafanaPassword,
            ["hasura"] = generated.HasuraAdminSecret,
        };
    }

    /// <summary>What people log in with: the dashboard user, Grafana's administrator, Hasura's admin secret.</summary>
    public IReadOnlyDictionary<string, Output<string>> Passwords { get; }
}
