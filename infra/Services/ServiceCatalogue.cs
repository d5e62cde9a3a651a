using Infra.Networking;
using Infra.Services.Catalogue;
using Infra.Settings;

namespace Infra.Services;

/// <summary>All services of an environment, from its settings; monitoring adds its own.</summary>
public static class ServiceCatalogue
{
    /// <summary>Name of the host that Lucky and Hasura share.</summary>
    public const string ApiHost = "api";

    /// <summary>Name of the host of Traefik's dashboard.</summary>
    public const string DashboardHost = "traefik";

    /// <summary>Describes the services.</summary>
    /// <param name="settings">The environment's settings.</param>
    public static IReadOnlyList<ServiceSpec> Describe(EnvironmentSettings settings)
    {
        var api = settings.Domain.Host(ApiHost);
        var capacity = NodeCapacity.Of(settings.Nodes.Size);
        var cpus = capacity?.Cpus ?? 1;
        ServiceSpec[] services =
        [
            SocketProxy.Describe(),
            Traefik.Describe(settings.Traffic, settings.Domain.Host(DashboardHost), TrustedProxies(settings.Domain), NetworkNames.Of(OverlayNetwork.Edge, settings.Traffic.OverlayEncryption)),
            Postgres.Describe(settings.Postgres, PostgresMemoryMiB(settings, capacity), cpus),
            Hasura.Describe(settings.Hasura, api),
            Lucky.Describe(settings.Lucky, settings.Release.Running, api, settings.Traffic.Https),
            .. Portainer.Describe(settings.Portainer, settings.Domain.Host(Portainer.Name)),
            .. DeclaredServices.Describe(settings.Services, settings.Domain),
        ];
        return settings.Postgres.Managed is null ? services : [.. services.Where(service => service.Name != Postgres.Name).Select(ManagedDatabase.Adapt)];
    }

    private static IReadOnlyList<Cidr> TrustedProxies(DomainSettings domain) => domain.Dns == DnsProvider.Cloudflare ? CloudflareRanges.All : [];

    /// <summary>
    /// A quarter of a node that runs everything, half of one that has others beside it. The kernel's file cache, which
    /// <c>effective_cache_size</c> counts on, is part of the limit.
    /// </summary>
    private static int PostgresMemoryMiB(EnvironmentSettings settings, NodeCapacity? capacity)
    {
        if (settings.Postgres.MemoryMiB > 0)
            return settings.Postgres.MemoryMiB;
        var share = settings.Nodes.Names.Count() > 1 ? 2 : 4;
        return (capacity?.MemoryMiB ?? 2048) / share;
    }
}
