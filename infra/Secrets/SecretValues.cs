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
        SecretNames.GrafanaPassword, .. settings.Secrets.Generated, .. Given(settings).Keys, .. CertificateNames(settings),
    ]);

    /// <summary>The values.</summary>
    /// <param name="settings">The environment's settings.</param>
    /// <param name="generated">Values that were generated.</param>
    /// <param name="certificatePem">The origin certificate.</param>
    /// <param name="keyPem">Its private key.</param>
    public static IReadOnlyDictionary<string, Output<string>> All(
        EnvironmentSettings settings, GeneratedSecrets generated, Output<string> certificatePem, Output<string> keyPem) =>
        generated.Values
            .Concat(Given(settings))
            .Concat(CertificateNames(settings).Zip([certificatePem, keyPem], KeyValuePair.Create))
            .ToDictionary();

    private static Dictionary<string, Output<string>> Given(EnvironmentSettings settings)
    {
        var given = new Dictionary<string, Output<string>>(settings.Secrets.Given) { [SecretNames.SendGridKey] = settings.Lucky.SendGridKey };
        if (settings.Secrets.SlackUrl is { } url)
            given[SecretNames.SlackUrl] = url;
        return given;
    }

    private static IEnumerable<string> CertificateNames(EnvironmentSettings settings) =>
        settings.Traffic.Https ? [SecretNames.OriginCertificate, SecretNames.OriginKey] : [];
}
