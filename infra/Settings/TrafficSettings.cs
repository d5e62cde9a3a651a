namespace Infra.Settings;

/// <summary>How requests come in and travel between services.</summary>
/// <param name="Https">Whether the routes are served over https with the origin certificate; off for a run on one's own machine.</param>
/// <param name="OverlayEncryption">
/// Whether traffic between services is encrypted (IPsec). On only where protocol ESP (50) is known to pass between the nodes.
/// </param>
/// <param name="DashboardUser">Name of the user who may see Traefik's dashboard and the monitoring pages.</param>
public sealed record TrafficSettings(bool Https, bool OverlayEncryption, string DashboardUser) : ISettingsSection
{
    /// <summary>Reads the section.</summary>
    public static TrafficSettings Read(SettingsSource source) => new(
        source.Flag("https"),
        source.Flag("overlayEncryption"),
        source.Value("dashboardUser", ParseUser, "write a name of letters and digits, e.g. admin"));

    /// <inheritdoc/>
    public IEnumerable<SettingsProblem> Problems() => [];

    private static string ParseUser(string text) => text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_')
        ? text
        : throw new FormatException($"'{text}' has characters that a users file cannot hold");
}
