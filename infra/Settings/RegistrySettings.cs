using Pulumi;

namespace Infra.Settings;

/// <summary>Where the application's images come from. The token needs to read only.</summary>
/// <param name="Server">Host of the registry, without scheme or path.</param>
/// <param name="User">User or deploy token name; empty when all images are public, or on the nodes.</param>
/// <param name="Token">Its secret; null without a user.</param>
public sealed record RegistrySettings(string Server, string User, Output<string>? Token) : ISettingsSection
{
    /// <summary>Reads the section.</summary>
    public static RegistrySettings Read(SettingsSource source)
    {
        const string tokenKey = "registryToken";
        var user = source.OptionalOrEmpty("registryUser", ParseUser, "create a deploy token with the scope read_registry and write its user name, e.g. gitlab+deploy-token-1");
        const string expected = $"run: pulumi config set --secret {SettingsSource.Namespace}:{tokenKey}";
        // One in plain text is refused also while nothing uses it.
        var token = source.OptionalSecret(tokenKey, expected);
        return new(
            source.Value("registryServer", ParseServer, "write the host alone, e.g. registry.gitlab.com"),
            user ?? "",
            user is null ? null : token ?? source.Secret(tokenKey, expected));
    }

    /// <inheritdoc/>
    public IEnumerable<SettingsProblem> Problems() => [];

    private static string ParseServer(string text)
    {
        var (host, port) = text.Split(':', 2) is [var name, var number] ? (name, number) : (text, "443");
        if (!ushort.TryParse(port, out _))
            throw new FormatException($"'{text}' is not a registry's host");
        _ = HostName.Parse(host);
        return text;
    }

    /// <summary>A colon would end the name in an Authorization header (RFC 7617, section 2).</summary>
    private static string ParseUser(string text) => text.Any(letter => char.IsWhiteSpace(letter) || char.IsControl(letter) || letter == ':')
        ? throw new FormatException($"'{text}' cannot be a user name, which has no colon and no space")
        : text;
}
