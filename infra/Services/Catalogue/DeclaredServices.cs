using Infra.Secrets;
using Infra.Settings;

namespace Infra.Services.Catalogue;

/// <summary>Turns the services of a stack file into service descriptions with the same guarantees as the platform's own.</summary>
public static class DeclaredServices
{
    /// <summary>Describes the services, in the order of the file.</summary>
    public static IEnumerable<ServiceSpec> Describe(ServiceListSettings settings, DomainSettings domain) =>
        settings.Services.Select(service => Describe(service, domain));

    private static ServiceSpec Describe(DeclaredService service, DomainSettings domain)
    {
        var spec = new ServiceSpec(service.Name, service.Image.ToString())
        {
            Setting = service.Setting,
            Mode = new(service.Replicas),
            Command = service.Command,
            Args = service.Args,
            Env = service.Env,
            Networks = [.. NetworksOf(service).Distinct()],
            Routes = service.Host is { } label ? [RouteOf(service, domain.Host(label).ToString())] : [],
            Secrets = [.. service.Secrets.Select(name => new SecretMount(name))],
            Configs = [.. service.Files.OrderBy(file => file.Key, StringComparer.Ordinal).Select((file, index) => new ConfigFile($"file-{index}", file.Key, file.Value))],
            Mounts = [.. service.Mounts.Select(MountOf)],
            Health = HealthOf(service),
            Resources = ResourcesOf(service),
            Placement = PlacementOf(service.Placement),
            Update = service.StopFirst ? UpdatePolicy.StopFirst : UpdatePolicy.StartFirst,
            WaitsFor = [.. service.WaitsFor.Union(ReadsDatabase(service) ? [Postgres.Name] : [])],
            Metrics = service.MetricsPort == 0 ? null : new(service.MetricsPort, service.MetricsPath),
            User = service.User,
            Init = true,
        };
        return service.SecretEnv.Count == 0 ? spec : spec.WithSecretEnvironment(service.SecretEnv);
    }

    /// <summary>Its password works only when Postgres has been told of it.</summary>
    private static bool ReadsDatabase(DeclaredService service) =>
        service.Secrets.Concat(service.SecretEnv.Values).Contains(SecretNames.DatabaseUrl);

    private static IEnumerable<OverlayNetwork> NetworksOf(DeclaredService service)
    {
        if (service.Host is not null)
            yield return OverlayNetwork.Edge;
        if (ReadsDatabase(service))
            yield return OverlayNetwork.Data;
        foreach (var name in service.Networks)
            yield return Enum.Parse<OverlayNetwork>(name, ignoreCase: true);
        if (service.MetricsPort > 0)
            yield return OverlayNetwork.Metrics;
    }

    private static Route RouteOf(DeclaredService service, string host) => new(host, service.Port)
    {
        Path = service.Path,
        StripPath = service.StripPath,
        Access = service.Protected ? RouteAccess.Dashboard : RouteAccess.Public,
    };

    private static Mount MountOf(DeclaredMount mount) =>
        mount.Volume is { } volume ? Mount.Volume(volume, mount.Target) with { ReadOnly = mount.ReadOnly }
        : mount.Source is { } source ? Mount.Bind(source, mount.Target, mount.ReadOnly)
        : Mount.Tmpfs(mount.Target, mount.MemoryMiB);

    private static HealthCheck HealthOf(DeclaredService service)
    {
        var health = service.Health;
        if (health.None is { } reason)
            return HealthCheck.None(reason);
        var check = health.Path is not { } path ? HealthCheck.Command(health.Command)
            : health.Curl ? HealthCheck.HttpByCurl(service.Port, path)
            : HealthCheck.Http(service.Port, path);
        return check with
        {
            Interval = TimeSpan.FromSeconds(health.Interval),
            Timeout = TimeSpan.FromSeconds(health.Timeout),
            Retries = health.Retries,
            StartPeriod = TimeSpan.FromSeconds(health.StartPeriod),
        };
    }

    private static ResourceLimits ResourcesOf(DeclaredService service)
    {
        var limits = new ResourceLimits(service.MemoryMiB, service.Cpus);
        return service.ReservedMemoryMiB is { } reserved ? limits with { ReservedMemoryMiB = reserved } : limits;
    }

    private static Placement PlacementOf(string? name) => name switch
    {
        null => Placement.Anywhere,
        "manager" => Placement.Managers,
        "worker" => Placement.Workers,
        _ => Placement.Labelled(name, "true"),
    };
}
