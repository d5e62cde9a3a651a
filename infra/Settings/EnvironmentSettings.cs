namespace Infra.Settings;

/// <summary>Everything that a stack file says, typed and checked. One property a section.</summary>
/// <param name="Domain">Names and zone.</param>
/// <param name="Nodes">Machines.</param>
/// <param name="Registry">Where images come from.</param>
/// <param name="Monitoring">What is watched.</param>
/// <param name="Traffic">How requests come in.</param>
/// <param name="Postgres">The database server.</param>
/// <param name="Backups">How the database is backed up.</param>
/// <param name="Hasura">The GraphQL engine.</param>
/// <param name="Lucky">The application.</param>
/// <param name="Release">Which release runs, and how it is rolled out.</param>
/// <param name="Services">Further services.</param>
/// <param name="Secrets">Secrets that are given, and which are to be new.</param>
/// <param name="Portainer">Whether the swarm is shown in a browser.</param>
/// <param name="Development">What is developed on one's own machine.</param>
public sealed record EnvironmentSettings(
    DomainSettings Domain,
    NodeSettings Nodes,
    RegistrySettings Registry,
    MonitoringSettings Monitoring,
    TrafficSettings Traffic,
    PostgresSettings Postgres,
    BackupSettings Backups,
    HasuraSettings Hasura,
    LuckySettings Lucky,
    ReleaseSettings Release,
    ServiceListSettings Services,
    SecretSettings Secrets,
    PortainerSettings Portainer,
    DevelopmentSettings Development) : ISettingsSection
{
    /// <summary>Reads every section. A new section is a property above and a line here.</summary>
    public static EnvironmentSettings Read(SettingsSource source) => new(
        source.Section(DomainSettings.Read),
        source.Section(NodeSettings.Read),
        source.Section(RegistrySettings.Read),
        source.Section(MonitoringSettings.Read),
        source.Section(TrafficSettings.Read),
        source.Section(PostgresSettings.Read),
        source.Section(BackupSettings.Read),
        source.Section(HasuraSettings.Read),
        source.Section(LuckySettings.Read),
        source.Section(ReleaseSettings.Read),
        source.Section(ServiceListSettings.Read),
        source.Section(SecretSettings.Read),
        source.Section(PortainerSettings.Read),
        source.Section(DevelopmentSettings.Read));

    /// <inheritdoc/>
    public IEnumerable<SettingsProblem> Problems() =>
        [.. SettingsAgreement.Problems(this), .. Services.Services.SelectMany(service => ProblemsOf(service, service.Setting))];

    private IEnumerable<SettingsProblem> ProblemsOf(DeclaredService service, string path)
    {
        if (service.Host == DomainSettings.Edge)
            yield return new($"{path}.host", $"{DomainSettings.Edge} is the name of the edge node, which the others lead to", "choose another label, e.g. www");
        else if (service.Host is { } host && host != DomainSettings.Apex && !Domain.HostPattern.Fits(host))
            yield return new($"{path}.host", $"with the pattern {Domain.HostPattern} it has more than 63 characters", "choose a shorter label, e.g. www") { Inputs = ["hostPattern"] };
        if (service.Placement == "worker" && Nodes.Workers == 0)
            yield return new($"{path}.placement", "there is no worker that it could run on", "choose manager, data or edge, or set lhd:workers") { Inputs = NodeSettings.Counted };
    }
}
