using Infra.Secrets;
using Infra.Services;

namespace Infra.Monitoring.Catalogue;

/// <summary>postgres-exporter, between the data network and the metrics network.</summary>
public static class PostgresExporter
{
    /// <summary>The service.</summary>
    /// <param name="host">Service name of Postgres.</param>
    /// <param name="database">Database to connect to.</param>
    public static ServiceSpec Describe(string host, string database) => new(MonitoringNames.PostgresExporter, MonitoringImages.PostgresExporter)
    {
        Env = new Dictionary<string, string>
        {
            ["DATA_SOURCE_URI"] = $"{host}:5432/{database}?sslmode=disable",
            ["DATA_SOURCE_USER"] = PostgresRoles.Monitoring,
            ["DATA_SOURCE_PASS_FILE"] = $"/run/secrets/{SecretNames.PostgresMonitoringPassword}",
        },
        Secrets = [new(SecretNames.PostgresMonitoringPassword)],
        WaitsFor = [host],
        Networks = [OverlayNetwork.Data, OverlayNetwork.Metrics],
        Health = HealthCheck.Http(MonitoringPorts.PostgresExporter, "/"),
        Resources = new(MemoryMiB: 48, Cpus: 0.2),
        Update = UpdatePolicy.StopFirst,
        CapDrops = ["ALL"],
        ReadOnlyRoot = true,
        Metrics = new(MonitoringPorts.PostgresExporter),
    };
}
