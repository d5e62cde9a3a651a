using Pulumi;

namespace Infra.Settings;

/// <summary>How certificates are had from an ACME authority, when they are.</summary>
/// <param name="Email">Whom the authority writes to; empty when not set.</param>
/// <param name="Challenge">How it is shown that the names are ours.</param>
/// <param name="Server">The authority's directory.</param>
/// <param name="DnsToken">Cloudflare API token that may edit the zone's records, for the DNS challenge; null when not set.</param>
public sealed record AcmeSettings(string Email, AcmeChallenge Challenge, string Server, Output<string>? DnsToken)
{
    /// <summary>Reads the settings.</summary>
    public static AcmeSettings Read(SettingsSource source) => new(
        source.OptionalOrEmpty("acmeEmail", ParseEmail, "write a mail address, e.g. lhd:acmeEmail: ops@example.com") ?? "",
        source.Choice<AcmeChallenge>("acmeChallenge"),
        source.Value("acmeServer", ParseServer, "write the authority's directory, e.g. https://acme-v02.api.letsencrypt.org/directory"),
        source.OptionalSecret("acmeDnsToken", $"run: pulumi config set --secret {SettingsSource.Namespace}:acmeDnsToken"));

    private static string ParseEmail(string text) => text.Split('@') is [{ Length: > 0 }, { Length: > 0 } domain] && domain.Contains('.') && text.All(IsPlain)
        ? text
        : throw new FormatException($"'{text}' is not a mail address");

    private static string ParseServer(string text) => Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps && !text.Contains('"')
        ? uri.UserInfo.Length == 0 ? text : throw new FormatException($"'{text}' has a login, which Traefik's configuration would show")
        : throw new FormatException($"'{text}' is not an https address");

    private static bool IsPlain(char letter) => char.IsAsciiLetterOrDigit(letter) || "@.+_-".Contains(letter);
}
