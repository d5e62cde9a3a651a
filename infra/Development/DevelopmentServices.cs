using Infra.Compute;
using Infra.Services;
using Infra.Services.Catalogue;
using Infra.Settings;

namespace Infra.Development;

/// <summary>
/// Production's services as they run on one's own machine. It is the same list of services with the same networks, secrets and health checks;
/// what is said here is all that differs.
/// </summary>
public static class DevelopmentServices
{
    /// <summary>The services for this machine.</summary>
    /// <param name="environment">Name of the environment; names of volumes begin with it.</param>
    /// <param name="services">The services as any environment has them.</param>
    /// <param name="settings">The environment's settings.</param>
    /// <param name="sourceFolder">Absolute path of the application's source.</param>
    public static IReadOnlyList<ServiceSpec> From(string environment, IReadOnlyList<ServiceSpec> services, EnvironmentSettings settings, string sourceFolder) =>
    [
        .. services.Select(service => OnOneMachine(environment, Changed(service, sourceFolder))),
        PostgresRolesService.Describe(settings.Postgres),
        HasuraConsole.Describe(sourceFolder, settings.Development.HasuraFolder),
    ];

    /// <summary>Name of the volume that takes the place of a directory of the data volume.</summary>
    public static string VolumeOf(string environment, DataDirectory directory) => $"{environment}-{directory.Name}";

    private static ServiceSpec Changed(ServiceSpec service, string sourceFolder) => service.Name switch
    {
        Lucky.Name => LuckyDevelopment.From(service, sourceFolder),
        Hasura.Name => service with { Ports = [new(Hasura.Port, Hasura.Port)], Update = UpdatePolicy.StopFirst, WaitsFor = [PostgresRolesService.Name] },
        _ => service,
    };

    /// <summary>
    /// The one node is a manager and needs no labels; what would be on the data volume is in volumes of the engine. How many cores it has is
    /// not known, and the engine refuses a limit above that.
    /// </summary>
    private static ServiceSpec OnOneMachine(string environment, ServiceSpec service) => service with
    {
        Resources = service.Resources with { Cpus = Math.Min(service.Resources.Cpus, 1) },
        Placement = service.Placement.Constraints.Count == 0 ? service.Placement : service.Placement with { Constraints = Placement.Managers.Constraints },
        Mounts = [.. service.Mounts.Select(mount => OnOneMachine(environment, mount))],
    };

    private static Mount OnOneMachine(string environment, Mount mount) =>
        mount.Type == MountType.Bind && mount.Source.StartsWith($"{DataVolume.MountPoint}/", StringComparison.Ordinal)
            ? Mount.Volume($"{environment}-{mount.Source[(DataVolume.MountPoint.Length + 1)..].Replace('/', '-')}", mount.Target)
            : mount;
}
