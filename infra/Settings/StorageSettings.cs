using System.Text.RegularExpressions;
using Pulumi;

namespace Infra.Settings;

/// <summary>A restic repository in S3-compatible storage.</summary>
/// <param name="Repository">Its address, such as <c>s3:https://ams3.digitaloceanspaces.com/bucket/postgres</c>.</param>
/// <param name="AccessKey">Id of the key that may use it.</param>
/// <param name="SecretKey">The key that may use it.</param>
/// <param name="EncryptionKey">What the backups are encrypted with; null for the key of this stack.</param>
public sealed partial record StorageSettings(string Repository, Output<string> AccessKey, Output<string> SecretKey, Output<string>? EncryptionKey)
{
    /// <summary>Reads the keys of a prefix: <c>backup</c> for where backups go, <c>restore</c> for where a restore may come from.</summary>
    internal static StorageSettings? Read(SettingsSource source, string prefix)
    {
        var repository = source.Optional($"{prefix}Repository", ParseRepository, "write s3:https://HOST/BUCKET/PATH, e.g. s3:https://ams3.digitaloceanspaces.com/shop-backups/postgres");
        // Where backups go, the encryption key is this stack's own.
        string[] secrets = prefix == "restore" ? ["AccessKey", "SecretKey", "Key"] : ["AccessKey", "SecretKey"];
        // One in plain text is refused also while nothing uses it.
        foreach (var name in secrets)
            source.OptionalSecret(prefix + name, Expected(name));
        return repository is null ? null : new(repository, Secret("AccessKey"), Secret("SecretKey"), prefix == "restore" ? Secret("Key") : null);

        Output<string> Secret(string name) => source.Secret(prefix + name, Expected(name));
        string Expected(string name) => $"run: pulumi config set --secret {SettingsSource.Namespace}:{prefix}{name}";
    }

    private static string ParseRepository(string text) => Pattern().IsMatch(text)
        ? text
        : throw new FormatException($"'{text}' is not a repository in S3-compatible storage over https");

    [GeneratedRegex(@"\As3:https://[a-zA-Z0-9._-]+(:\d+)?(/[a-zA-Z0-9._-]+)+\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Pattern();
}
