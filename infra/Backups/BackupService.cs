using System.Globalization;
using Infra.Compute;
using Infra.Secrets;
using Infra.Services;
using Infra.Services.Catalogue;
using Infra.Settings;

namespace Infra.Backups;

/// <summary>
/// The two services of backups, both on PostgreSQL's own image, so that its tools always fit the server: one receives WAL and takes backups
/// over the data network with a role that may do nothing else; one runs a restore or a drill when it is asked to, with the rights that needs.
/// </summary>
public static class BackupService
{
    /// <summary>Where the services keep their spool, state and cache.</summary>
    public const string WorkPath = "/var/lib/lhd-backups";

    private static readonly string User = Postgres.User.ToString(CultureInfo.InvariantCulture);

    /// <summary>The directory on the data volume: WAL that is not uploaded yet outlives the node.</summary>
    public static DataDirectory Directory { get; } = new("backups", Postgres.User);

    /// <summary>Describes the services.</summary>
    /// <param name="environment">Name of the environment.</param>
    /// <param name="settings">The environment's settings.</param>
    public static IReadOnlyList<ServiceSpec> Describe(string environment, EnvironmentSettings settings) =>
        IsOn(settings) ? [Scheduled(environment, settings), Jobs(environment, settings)] : [];

    /// <summary>
    /// Whether there are backups of ours. On one's own machine there are none: nothing there must survive. A managed cluster has DigitalOcean's, and
    /// lets nobody stream its data and WAL.
    /// </summary>
    public static bool IsOn(EnvironmentSettings settings) => settings.Backups.Enabled && settings.Postgres.Managed is null && settings.Nodes.Provider != NodeProvider.Local;

    private static ServiceSpec Scheduled(string environment, EnvironmentSettings settings) => Frame(BackupNames.Service, environment, settings) with
    {
        Args = ["run"],
        Health = HealthCheck.Shell($"test $(($(date +%s) - $(stat --format=%Y {WorkPath}/alive))) -lt 300"),
        Resources = new(MemoryMiB: 512, Cpus: 1) { ReservedMemoryMiB = 96 },
    };

    /// <summary>No task runs until one is asked for; then one does, once.</summary>
    private static ServiceSpec Jobs(string environment, EnvironmentSettings settings)
    {
        var frame = Frame(BackupNames.Jobs, environment, settings);
        var major = PostgresImage.Major(settings.Postgres.Image)!.Value;
        return frame with
        {
            Mode = ServiceMode.Replicated(0),
            Args = ["list"],
            Env = new Dictionary<string, string>(frame.Env)
            {
                ["DATA_MOUNT"] = PostgresImage.DataMount(major),
                ["PGDATA"] = PostgresImage.DataDirectory(major),
                ["HOOK"] = HookPath,
            },
            Secrets =
            [
                .. frame.Secrets, Secret(SecretNames.PostgresUser), Secret(SecretNames.PostgresPassword), Secret(SecretNames.PostgresRoles),
                .. settings.Backups.Source is null ? Array.Empty<SecretMount>() : [Secret(SecretNames.RestoreRepository), Secret(SecretNames.RestoreKey), Secret(SecretNames.RestoreCredentials)],
            ],
            Configs = [.. frame.Configs, .. settings.Backups.RestoreSql is { } sql ? [new ConfigFile("hook", HookPath, sql)] : Array.Empty<ConfigFile>()],
            Mounts = [.. frame.Mounts, Mount.Bind(Postgres.Directory.Path, PostgresImage.DataMount(major)), Mount.Tmpfs("/dev/shm", 256)],
            Health = HealthCheck.None("it runs one command and ends"),
            Restart = new(RestartCondition.None),
            Resources = new(MemoryMiB: 1024, Cpus: 2) { ReservedMemoryMiB = 0, ReservedCpus = 0 },
        };
    }

    private const string HookPath = "/etc/lhd/restore.sql";

    private static ServiceSpec Frame(string name, string environment, EnvironmentSettings settings) => new(name, settings.Postgres.Image)
    {
        Command = ["/bin/bash", BackupScript.Path],
        Env = Environment(environment, settings),
        // A stale lock in the repository is told from another machine's by this name.
        Hostname = name,
        User = $"{User}:{User}",
        // The way out to the storage; the data network has none.
        Networks = [OverlayNetwork.Data, OverlayNetwork.Metrics],
        Secrets = [Secret(SecretNames.BackupRepository), Secret(SecretNames.BackupKey), Secret(SecretNames.BackupCredentials), Secret(SecretNames.BackupPasswordFile)],
        Configs = [new("script", BackupScript.Path, BackupScript.Text)],
        Mounts = [Mount.Bind(Directory.Path, WorkPath), Mount.Bind(ResticTool.NodePath, ResticTool.Path, readOnly: true), CertificateAuthorities],
        Health = HealthCheck.None("replaced by each service"),
        Resources = new(MemoryMiB: 64, Cpus: 1),
        Placement = Placement.Labelled("data", "true") with { MaxReplicasPerNode = 1 },
        Update = UpdatePolicy.StopFirst,
        // Long enough for a last upload.
        StopGrace = TimeSpan.FromMinutes(1),
        Init = true,
        CapDrops = ["ALL"],
        WaitsFor = [Postgres.Name],
    };

    /// <summary>The PostgreSQL image has no certificate authorities; the node, an Ubuntu, keeps its own up to date.</summary>
    private static Mount CertificateAuthorities { get; } = Mount.Bind("/etc/ssl/certs/ca-certificates.crt", "/etc/ssl/certs/ca-certificates.crt", readOnly: true);

    private static Dictionary<string, string> Environment(string environment, EnvironmentSettings settings) => new()
    {
        ["ENVIRONMENT"] = environment,
        ["DATABASE"] = settings.Postgres.Database,
        ["PGHOST"] = Postgres.Name,
        ["PGPORT"] = Postgres.Port.ToString(CultureInfo.InvariantCulture),
        ["PGPASSFILE"] = $"/run/secrets/{SecretNames.BackupPasswordFile}",
        ["SECRETS"] = "/run/secrets",
        ["WORK"] = WorkPath,
        ["BACKUP_TIME"] = settings.Backups.Time,
        ["WAL_INTERVAL"] = $"{settings.Backups.WalMinutes * 60}",
        ["RETENTION_DAYS"] = $"{settings.Backups.RetentionDays}",
        ["DEADLINE"] = $"{settings.Backups.DeadlineHours * 3600}",
        ["TICK"] = "15",
        ["PUSHGATEWAY"] = settings.Monitoring.Enabled ? $"{Monitoring.MonitoringNames.Pushgateway}:{Monitoring.MonitoringPorts.Pushgateway}" : "",
    };

    /// <summary>The client refuses a password file that others may read.</summary>
    private static SecretMount Secret(string name) => new(name) { Uid = User, Gid = User, Mode = UnixFileMode.UserRead };
}
