using Infra.Secrets;
using Infra.Services.Catalogue;

namespace Infra.Services;

/// <summary>Pure: services that read the database as they are when it is none of the swarm's.</summary>
public static class ManagedDatabase
{
    /// <summary>The service as it is then: with the certificate of the server's authority, and no service to wait for.</summary>
    public static ServiceSpec Adapt(ServiceSpec spec) => !Reads(spec) ? spec : spec with
    {
        Secrets = [.. spec.Secrets, new(SecretNames.DatabaseCertificate)],
        WaitsFor = [.. spec.WaitsFor.Where(name => name != Postgres.Name)],
    };

    /// <summary>Whether a service logs in to the database.</summary>
    public static bool Reads(ServiceSpec spec) =>
        spec.Secrets.Any(mount => mount.Secret is SecretNames.DatabaseUrl or SecretNames.PostgresMonitoringPassword);
}
