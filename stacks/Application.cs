using System.Collections.Immutable;
using Infra.Certificates;
using Infra.Compute;
using Infra.Releases;
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
        var values = SecretValues.All(settings, generated, certificate.CertificatePem, certificate.PrivateKeyPem);
        var secrets = new SwarmSecrets(
            "secrets", values, services.SelectMany(service => service.Secrets).Select(mount => mount.Secret), cluster.Inside);
        var surroundings = new ServiceSurroundings(settings.Traffic.Https, networks.Ids, secrets.Secrets, settings.Registry.Server, logins.Version);

        var lucky = services.Single(service => service.Name == Lucky.Name);
        var job = new ReleaseJob(
            lucky with { Image = settings.Lucky.ImageOf(settings.Release.Newest) },
            settings.Release,
            surroundings,
            Output.All(lucky.Secrets.Select(mount => values[mount.Secret])).Apply(IEnumerable<string> (all) => all),
            cluster.Manager,
            logins,
            cluster.Inside);
        var release = new ReleaseSteps(job);
        var stack = new ServiceStack("services", new(services, surroundings, cluster.Inside)
        {
            Before = service => service.Mounts.Any(mount => mount.Source.StartsWith(DataVolume.MountPoint, StringComparison.Ordinal)) ? [foundation.DataReady] : [],
            After = (spec, service) => spec.Name == Postgres.Name ? AfterPostgres(service) : [],
        });
        Release = new DeployedRelease("deployed", job, lucky.Image, release.AfterCode(stack.Ready)).Facts;

        Passwords = new Dictionary<string, Output<string>>
        {
            [settings.Traffic.DashboardUser] = generated.DashboardPassword,
            ["grafana"] = generated.GrafanaPassword,
            ["hasura"] = generated.HasuraAdminSecret,
        };

        IEnumerable<Resource> AfterPostgres(SwarmService postgres)
        {
            var set = new PostgresLogins("postgres-logins", settings.Postgres.Database, generated.Postgres, foundation.Data, postgres.Service).Set;
            return [set, .. release.BeforeCode(set)];
        }
    }

    /// <summary>What is deployed, since when, and from which commit.</summary>
    public Output<ImmutableDictionary<string, string>> Release { get; }

    /// <summary>What people log in with: the dashboard user, Grafana's administrator, Hasura's admin secret.</summary>
    public IReadOnlyDictionary<string, Output<string>> Passwords { get; }
}
