using Infra.Certificates;
using Infra.Services.Catalogue;
using Infra.Settings;
using Pulumi;

namespace Infra.Secrets;

/// <summary>Every secret value of an environment by name: generated, given in settings, and the certificate's.</summary>
public static class SecretValues
{
    /// <summary>The names, which are known before anything is created.</summary>
    public static IReadOnlySet<string> Names(EnvironmentSettings settings) => new HashSet<string>(
    [
        SecretNames.PostgresUser, SecretNames.PostgresPassword, SecretNames.PostgresMonitoringPassword, SecretNames.DatabaseUrl,
        SecretNames.HasuraAdminSecret, SecretNames.SecretKeyBase, SecretNames.HasuraJwtSecret, SecretNames.DashboardUsers,
        SecretNames.GrafanaPassword, SecretNames.PostgresRoles, SecretNames.BackupPasswordFile,
        .. ToGenerate(settings).Generated, .. Given(settings).Keys,
        .. BackupNames(settings.Backups), .. DatabaseNames(settings.Postgres), .. CertificateNames(settings),
        .. settings.Traffic is { HasAcme: true, Acme.Challenge: AcmeChallenge.Dns } ? [SecretNames.AcmeDnsToken] : Array.Empty<string>(),
    ]);

    /// <summary>What is to be generated: what the stack file names, and what the services that are switched on need besides.</summary>
    public static SecretSettings ToGenerate(EnvironmentSettings settings) =>
        settings.Secrets with { Generated = [.. settings.Secrets.Generated, .. Portainer.Secrets(settings.Portainer)] };

    /// <summary>The values that a managed database has besides those of every database.</summary>
    private static string[] DatabaseNames(PostgresSettings postgres) =>
        postgres.Managed is null ? [] : [SecretNames.DatabaseCertificate, SecretNames.DatabaseExporterUri];

    /// <summary>The values that the storage of backups has.</summary>
    private static IEnumerable<string> BackupNames(BackupSettings backups) =>
    [
        .. backups.Enabled ? [SecretNames.BackupRepository, SecretNames.BackupKey, SecretNames.BackupCredentials] : Array.Empty<string>(),
        .. backups.Source is not null ? [SecretNames.RestoreRepository, SecretNames.RestoreKey, SecretNames.RestoreCredentials] : Array.Empty<string>(),
    ];

    /// <summary>The values.</summary>
    /// <param name="settings">The environment's settings.</param>
    /// <param name="generated">Values that were generated.</param>
    /// <param name="certificate">The certificate that Traefik shows; null when it has none of this program.</param>
    /// <param name="others">Values of what else there is; each takes the place of one of the same name before it.</param>
    public static IReadOnlyDictionary<string, Output<string>> All(
        EnvironmentSettings settings,
        GeneratedSecrets generated,
        ServedCertificate? certificate,
        params IEnumerable<IReadOnlyDictionary<string, Output<string>>?> others)
    {
        var values = generated.Values.Concat(Given(settings)).Concat(CertificateValues(certificate)).ToDictionary();
        foreach (var (secret, value) in others.OfType<IReadOnlyDictionary<string, Output<string>>>().SelectMany(other => other))
            values[secret] = value;
        return values;
    }

    private static Dictionary<string, Output<string>> Given(EnvironmentSettings settings)
    {
        var given = new Dictionary<string, Output<string>>(settings.Secrets.Given) { [SecretNames.SendGridKey] = settings.Lucky.SendGridKey };
        if (settings.Secrets.SlackUrl is { } url)
            given[SecretNames.SlackUrl] = url;
        if (settings.Traffic is { HasAcme: true, Acme.DnsToken: { } dnsToken })
            given[SecretNames.AcmeDnsToken] = dnsToken;
        return given;
    }

    private static IEnumerable<KeyValuePair<string, Output<string>>> CertificateValues(ServedCertificate? certificate) => certificate is null
        ? []
        : [new(SecretNames.OriginCertificate, certificate.CertificatePem), new(SecretNames.OriginKey, certificate.PrivateKeyPem)];

    private static IEnumerable<string> CertificateNames(EnvironmentSettings settings) =>
        settings.Traffic.HasCertificateSecrets ? [SecretNames.OriginCertificate, SecretNames.OriginKey] : [];
}
