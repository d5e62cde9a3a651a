using System.Collections.Immutable;
using Infra.Backups;
using Infra.Certificates;
using Infra.Databases;
using Infra.Development;
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
/// <param name="Certificate">The certificate that Traefik shows; null when it gets its own or none.</param>
/// <param name="Cluster">The swarm.</param>
/// <param name="Backups">Where backups go; null for none.</param>
public sealed record ApplicationGround(Foundation Foundation, ServedCertificate? Certificate, SwarmCluster Cluster, BackupStorage? Backups);

/// <summary>Everything in the swarm: logins, networks, secrets, and the services that use them.</summary>
public sealed class Application
{
    /// <summary>Declares everything in the swarm.</summary>
    public Application(EnvironmentSettings settings, IReadOnlyList<ServiceSpec> services, ApplicationGround ground)
    {
        var (foundation, certificate, cluster, backups) = ground;

        var logins = new RegistryLogins("registry", settings.Registry, foundation.Nodes, cluster.Formed);
        var networks = new OverlayNetworks("networks", services.SelectMany(service => service.Networks), settings.Traffic.OverlayEncryption, cluster.Inside);
        var generated = new GeneratedSecrets("generated", SecretValues.ToGenerate(settings), settings.Postgres.Database, settings.Traffic.DashboardUser);
        var values = SecretValues.All(settings, generated, certificate, backups?.Values, foundation.Postgres?.Values);
        var secrets = new SwarmSecrets(
            "secrets", values, services.SelectMany(service => service.Secrets).Select(mount => mount.Secret), cluster.Inside);
        var surroundings = new ServiceSurroundings(settings.Traffic.Https, networks.Ids, secrets.Secrets, settings.Registry.Server, logins.Version);

        if (services.Any(service => service.Name == PostgresRolesService.Name))
        {
            // The roles are that service's affair, and the database changes with the source folder.
            _ = new ServiceStack("services", new(services, surroundings, cluster.Inside) { Before = foundation.Before });
            Release = Output.Create(ImmutableDictionary<string, string>.Empty);
        }
        else
        {
            Release = DeclareReleased(settings, services, ground, new(surroundings, logins, values, generated.Postgres));
        }

        Passwords = PasswordsOf(settings, generated, foundation.Postgres);
    }

    private static Dictionary<string, Output<string>> PasswordsOf(EnvironmentSettings settings, GeneratedSecrets generated, ManagedPostgres? postgres)
    {
        var passwords = new Dictionary<string, Output<string>>
        {
            [settings.Traffic.DashboardUser] = generated.DashboardPassword,
            ["grafana"] = generated.GrafanaPassword,
            ["hasura"] = generated.HasuraAdminSecret,
        };
        if (settings.Portainer.Enabled)
            passwords[Portainer.Name] = generated.Values[SecretNames.PortainerPassword];
        if (postgres is not null)
            passwords[Postgres.Name] = postgres.Administrator;
        return passwords;
    }

    private sealed record InSwarm(
        ServiceSurroundings Surroundings, RegistryLogins Logins, IReadOnlyDictionary<string, Output<string>> Values, Output<PostgresPasswords> Postgres);

    /// <summary>The services with the release's change of the database in its place among them.</summary>
    private static Output<ImmutableDictionary<string, string>> DeclareReleased(
        EnvironmentSettings settings, IReadOnlyList<ServiceSpec> services, ApplicationGround ground, InSwarm swarm)
    {
        var (foundation, _, cluster, backups) = ground;
        var precautions = new BackupPrecautions(backups is null ? null : new BackupTools("backup-tools", foundation.Data, cluster.Manager), cluster.Manager);
        var lucky = services.Single(service => service.Name == Lucky.Name);
        var job = JobOf(lucky, settings, cluster, swarm);
        var release = new ReleaseSteps(job) { Precautions = precautions.BeforeRelease(settings.Release) };
        Resource[] managed = foundation.Postgres is { } database ? AfterManaged(database) : [];
        var stack = new ServiceStack("services", new(services, swarm.Surroundings, cluster.Inside)
        {
            Before = service =>
            [
                .. foundation.Before(service),
                .. precautions.Before(service),
                .. service.Name == Postgres.Name ? [Fits(service)] : Array.Empty<Resource>(),
                .. ManagedDatabase.Reads(service) ? managed : [],
            ],
            After = (spec, service) => spec.Name == Postgres.Name ? AfterPostgres(service) : [],
        });
        return new DeployedRelease("deployed", job, lucky.Image, release.AfterCode(stack.Ready)).Facts;

        Resource[] AfterManaged(ManagedPostgres declared)
        {
            var set = new ManagedPostgresLogins("postgres-logins", declared, settings.Postgres.Image, cluster.Manager).Set;
            return [set, .. release.BeforeCode(set)];
        }

        Resource Fits(ServiceSpec postgres) =>
            new PostgresMajorCheck("postgres-major", foundation.Data, PostgresImage.Major(postgres.Image)!.Value, foundation.Before(postgres)).Passed;

        IEnumerable<Resource> AfterPostgres(SwarmService postgres)
        {
            var set = new PostgresLogins("postgres-logins", settings.Postgres.Database, swarm.Postgres, foundation.Data, postgres.Service).Set;
            return [set, .. release.BeforeCode(set)];
        }
    }

    private static ReleaseJob JobOf(ServiceSpec lucky, EnvironmentSettings settings, SwarmCluster cluster, InSwarm swarm) => new(
        lucky with { Image = settings.Lucky.ImageOf(settings.Release.Newest) },
        settings.Release,
        swarm.Surroundings,
        Output.All(lucky.Secrets.Select(mount => swarm.Values[mount.Secret])).Apply(IEnumerable<string> (all) => all),
        cluster.Manager,
        swarm.Logins,
        cluster.Inside);

    /// <summary>What is deployed, since when, and from which commit.</summary>
    public Output<ImmutableDictionary<string, string>> Release { get; }

    /// <summary>What people log in with: the dashboard user, Grafana's administrator, Hasura's admin secret.</summary>
    public IReadOnlyDictionary<string, Output<string>> Passwords { get; }
}
