using Infra.Compute;
using Infra.Secrets;
using Infra.Settings;

namespace Infra.Services.Catalogue;

/// <summary>The database server, on the node that holds the data volume.</summary>
public static class Postgres
{
    /// <summary>Service and DNS name.</summary>
    public const string Name = "postgres";

    /// <summary>Port on the data network.</summary>
    public const int Port = 5432;

    /// <summary>Number of the user that the official image runs the server as.</summary>
    public const int User = 999;

    /// <summary>Its directory on the data volume.</summary>
    public static DataDirectory Directory { get; } = new(Name, User);

    /// <summary>Describes the service.</summary>
    /// <param name="settings">The stack file's section.</param>
    /// <param name="memoryMiB">Memory that it may use, in MiB.</param>
    /// <param name="cpus">CPU cores that it may use.</param>
    public static ServiceSpec Describe(PostgresSettings settings, int memoryMiB, int cpus)
    {
        var major = PostgresImage.Major(settings.Image) ?? throw new ArgumentException($"{settings.Image} does not name a version", nameof(settings));
        return new(Name, settings.Image)
        {
            Command = ["/bin/sh", PostgresGuard.Path],
            Args =
            [
                PostgresGuard.EntryPoint, "postgres",
                .. PostgresTuning.For(memoryMiB, cpus).SelectMany(setting => new[] { "-c", $"{setting.Key}={setting.Value}" }),
                "-c", $"hba_file={PostgresHba.Path}",
            ],
            Env = new Dictionary<string, string>
            {
                ["POSTGRES_DB"] = settings.Database,
                ["POSTGRES_USER_FILE"] = $"/run/secrets/{SecretNames.PostgresUser}",
                ["POSTGRES_PASSWORD_FILE"] = $"/run/secrets/{SecretNames.PostgresPassword}",
                ["POSTGRES_INITDB_ARGS"] = "--data-checksums",
                ["PGDATA"] = PostgresImage.DataDirectory(major),
            },
            Networks = [OverlayNetwork.Data],
            Secrets = [new(SecretNames.PostgresUser), new(SecretNames.PostgresPassword)],
            Configs = [new("hba", PostgresHba.Path, PostgresHba.Text), new("guard", PostgresGuard.Path, PostgresGuard.Start(major))],
            Mounts =
            [
                // It does not exist when the volume is not mounted, and then no task starts.
                Mount.Bind(Directory.Path, PostgresImage.DataMount(major)),
                Mount.Tmpfs("/dev/shm", PostgresTuning.SharedMemoryMiB(memoryMiB)),
            ],
            Health = HealthCheck.Shell($"pg_isready --quiet --host=127.0.0.1 --username=\"$(cat /run/secrets/{SecretNames.PostgresUser})\" --dbname=\"$POSTGRES_DB\"") with
            {
                StartPeriod = TimeSpan.FromMinutes(2),
                Retries = 5,
            },
            Resources = new(memoryMiB, cpus),
            Placement = Placement.Labelled("data", "true") with { MaxReplicasPerNode = 1 },
            Update = UpdatePolicy.StopFirst,
            StopGrace = TimeSpan.FromMinutes(2),
            StopSignal = "SIGINT",
        };
    }
}
