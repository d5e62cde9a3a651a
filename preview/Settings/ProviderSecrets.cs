namespace Preview.Settings;

/// <summary>Settings of providers that are secrets: those with <c>secret</c> in the schema of each package's provider, and credentials without it.</summary>
public static class ProviderSecrets
{
    // The "Configuration" pages of the packages at https://www.pulumi.com/registry/.
    private static readonly HashSet<string> Keys =
    [
        "cloudflare:apiKey", "cloudflare:apiToken", "cloudflare:apiUserServiceKey", "digitalocean:spacesSecretKey", "digitalocean:token",
    ];

    /// <summary>Whether a key's value must be encrypted.</summary>
    public static bool Contains(string fullKey) => Keys.Contains(fullKey);
}
