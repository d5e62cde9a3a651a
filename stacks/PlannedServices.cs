using Infra.Backups;
using Infra.Databases;
using Infra.Development;
using Infra.Monitoring;
using Infra.Monitoring.Catalogue;
using Infra.Secrets;
using Infra.Services;
using Infra.Services.Catalogue;
using Infra.Settings;
using Infra.Swarm;

namespace Stacks;

/// <summary>All services of an environment, the application's and those that watch it, before any of them is created.</summary>
public static class PlannedServices
{
    /// <summary>Names below the domain that a service may have, whether or not it does.</summary>
    private static readonly string[] Names =
    [
        ServiceCatalogue.ApiHost, ServiceCatalogue.DashboardHost, Portainer.Name,
        MonitoringNames.Grafana, MonitoringNames.Prometheus, MonitoringNames.Alertmanager,
    ];

    /// <summary>The services.</summary>
    /// <param name="environment">Name of the environment.</param>
    /// <param name="settings">Its settings.</param>
    public static IReadOnlyList<ServiceSpec> Describe(string environment, EnvironmentSettings settings)
    {
        IReadOnlyList<ServiceSpec> services = [.. ServiceCatalogue.Describe(settings), .. BackupService.Describe(environment, settings)];
        var monitoring = MonitoringCatalogue.Describe(new(
            settings.Monitoring, environment, [.. settings.Nodes.Names.Select(name => Watched(HostNameOf(environment, name, settings.Nodes), name, settings.Nodes))], services, HostOf)
        {
            Https = settings.Traffic.Https,
            OverlayEncryption = settings.Traffic.OverlayEncryption,
            HasBackups = BackupService.IsOn(settings),
            HasSlackUrl = settings.Secrets.SlackUrl is not null,
            Database = Watched(settings),
        });
        return [.. services, .. monitoring];

        string HostOf(string service) => settings.Domain.Host(service).ToString();
    }

    /// <summary>The same services as they run where the nodes come from.</summary>
    public static IReadOnlyList<ServiceSpec> On(string environment, EnvironmentSettings settings, IReadOnlyList<ServiceSpec> services) =>
        settings.Nodes.Provider == NodeProvider.Local
            ? DevelopmentServices.From(environment, services, settings, Path.GetFullPath(settings.Development.SourceFolder, Root))
            : services;

    /// <summary>The folder of the project file, which the engine tells; without an engine the current one.</summary>
    private static string Root => Environment.GetEnvironmentVariable("PULUMI_ROOT_DIRECTORY") is { Length: > 0 } folder ? folder : Directory.GetCurrentDirectory();

    /// <summary>What is wrong with the services together.</summary>
    public static IReadOnlyCollection<SettingsProblem> Problems(EnvironmentSettings settings, IReadOnlyList<ServiceSpec> services) =>
    [
        .. ServiceRules.Problems(services, SecretValues.Names(settings)),
        .. MemoryBudget.Problems(services, settings.Nodes.Size, NodeCapacity.Of(settings.Nodes.Size), settings.Nodes.Names.Count()),
    ];

    /// <summary>
    /// The names below the domain that some service answers under. DNS records and certificate are made from the same routes as the proxy's
    /// rules, so none of the three knows a name that the others do not.
    /// </summary>
    public static IReadOnlyList<string> PublicNames(EnvironmentSettings settings, IReadOnlyList<ServiceSpec> services)
    {
        var routed = services.SelectMany(service => service.Routes).Select(route => route.Host).ToHashSet(StringComparer.Ordinal);
        return [.. Names.Concat(settings.Services.Services.Select(service => service.Host).OfType<string>()).Distinct()
            .Where(name => routed.Contains(settings.Domain.Host(name).ToString()))];
    }

    private static WatchedDatabase Watched(EnvironmentSettings settings) => settings.Postgres.Managed is null
        ? new(Postgres.Name, settings.Postgres.Database, PostgresRoles.Monitoring)
        : new(null, settings.Postgres.Database, ManagedPostgresRoles.MonitoringOf(settings.Secrets));

    private static string HostNameOf(string environment, NodeName name, NodeSettings nodes) =>
        nodes.Hosts.FirstOrDefault(host => host.Name == name)?.HostName ?? $"{environment}-{name}";

    private static WatchedNode Watched(string hostName, NodeName name, NodeSettings nodes) => new(hostName, name.Role == NodeRole.Manager)
    {
        Labels = new Dictionary<string, string>
        {
            [NodeLabels.Data] = name == nodes.DataNode ? "true" : "false",
            [NodeLabels.Edge] = name == nodes.EdgeNode ? "true" : "false",
        },
    };
}
