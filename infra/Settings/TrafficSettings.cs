namespace Infra.Settings;

/// <summary>How requests come in and travel between services.</summary>
/// <param name="Https">Whether the routes are served over https.</param>
/// <param name="OverlayEncryption">
/// Whether traffic between services is encrypted (IPsec). On only where protocol ESP (50) is known to pass between the nodes.
/// </param>
/// <param name="DashboardUser">Name of the user who may see Traefik's dashboard and the monitoring pages.</param>
public sealed record TrafficSettings(bool Https, bool OverlayEncryption, string DashboardUser) : ISettingsSection
{
    /// <summary>Who signs the certificate that Traefik shows.</summary>
    public CertificateAuthority Certificate { get; init; }

    /// <summary>How certificates are had when <see cref="Certificate"/> is <see cref="CertificateAuthority.LetsEncrypt"/>.</summary>
    public AcmeSettings Acme { get; init; } = new("", AcmeChallenge.Http, "", null);

    /// <summary>Whether the certificate and its key are secrets that this program makes.</summary>
    public bool HasCertificateSecrets => Https && Certificate != CertificateAuthority.LetsEncrypt;

    /// <summary>Whether Traefik gets certificates by itself.</summary>
    public bool HasAcme => Https && Certificate == CertificateAuthority.LetsEncrypt;

    /// <summary>Reads the section.</summary>
    public static TrafficSettings Read(SettingsSource source) => new(
        source.Flag("https"),
        source.Flag("overlayEncryption"),
        source.Value("dashboardUser", ParseUser, "write a name of letters and digits, e.g. admin"))
    {
        Certificate = source.Choice<CertificateAuthority>("certificate"),
        Acme = AcmeSettings.Read(source),
    };

    /// <inheritdoc/>
    public IEnumerable<SettingsProblem> Problems() => [];

    private static string ParseUser(string text) => text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_')
        ? text
        : throw new FormatException($"'{text}' has characters that a users file cannot hold");
}
