namespace Preview.Settings;

/// <summary>Settings of providers that are secrets: those with <c>secret</c> in the schema of each package's provider, and credentials without it.</summary>
public static class ProviderSecrets
{
    // The "Configuration" pages of the packages at https://www.pulumi.com/registry/.
    private static readonly HashSet<string> Keys =
    [
        "cloudflare:apiKey", "cloudflare:apiToken", "cloudflare:apiUserServiceKey", "digitalocean:spacesSecretKey", "digitalocean:token",
    ];

    /// <summary>Namespaces of the providers that have such settings.</summary>
    public static IReadOnlyList<string> Namespaces { get; } = [.. Keys.Select(ConfigKey.Namespace).Distinct()];

    /// <summary>Whether a key's value must be encrypted.</summary>
    public static bool Contains(string fullKey) => Keys.Contains(fullKey);

    /// <summary>Whether a setting has the name of a credential, so that its value is not shown, whoever reads it.</summary>
    public static bool IsNamedLikeOne(string fullKey) =>
        new[] { "token", "key", "secret", "password" }.Any(word => ConfigKey.Name(fullKey).Contains(word, StringComparison.OrdinalIgnoreCase));
}
