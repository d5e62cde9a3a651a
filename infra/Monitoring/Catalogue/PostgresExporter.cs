using Infra.Secrets;
using Infra.Services;

namespace Infra.Monitoring.Catalogue;

/// <summary>postgres-exporter, between the data network and the metrics network.</summary>
public static class PostgresExporter
{
    /// <summary>The service.</summary>
    /// <param name="database">Database to connect to.</param>
    public static ServiceSpec Describe(WatchedDatabase database) => database.Service is { } host
        ? Frame("DATA_SOURCE_URI", $"{host}:5432/{database.Name}?sslmode=disable", database.User) with { WaitsFor = [host] }
        : ManagedDatabase.Adapt(Managed(Frame("DATA_SOURCE_URI_FILE", $"/run/secrets/{SecretNames.DatabaseExporterUri}", database.User)));

    /// <summary>The address of a managed server is known only when it exists, so it comes as a file (github.com/prometheus-community/postgres_exporter, Environment Variables).</summary>
    private static ServiceSpec Managed(ServiceSpec frame) => frame with { Secrets = [.. frame.Secrets, new(SecretNames.DatabaseExporterUri)] };

    private static ServiceSpec Frame(string variable, string source, string user) => new(MonitoringNames.PostgresExporter, MonitoringImages.PostgresExporter)
    {
        Env = new Dictionary<string, string>
        {
            [variable] = source,
            ["DATA_SOURCE_USER"] = user,
            ["DATA_SOURCE_PASS_FILE"] = $"/run/secrets/{SecretNames.PostgresMonitoringPassword}",
        },
        Secrets = [new(SecretNames.PostgresMonitoringPassword)],
        Networks = [OverlayNetwork.Data, OverlayNetwork.Metrics],
        Health = HealthCheck.Http(MonitoringPorts.PostgresExporter, "/"),
        Resources = new(MemoryMiB: 48, Cpus: 0.2),
        Update = UpdatePolicy.StopFirst,
        CapDrops = ["ALL"],
        ReadOnlyRoot = true,
        Metrics = new(MonitoringPorts.PostgresExporter),
    };
}
