namespace Infra.Settings;

/// <summary>A public key in the one-line format of OpenSSH's <c>authorized_keys</c>, without options.</summary>
public sealed record SshPublicKey
{
    /// <summary>What to write.</summary>
    public const string Expected = "write one line as in ~/.ssh/id_ed25519.pub, e.g. ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAA... name@host";

    private static readonly string[] Types =
    [
        "ssh-ed25519", "ssh-rsa", "ecdsa-sha2-nistp256", "ecdsa-sha2-nistp384", "ecdsa-sha2-nistp521",
        "sk-ssh-ed25519@openssh.com", "sk-ecdsa-sha2-nistp256@openssh.com",
    ];

    private readonly string _line;

    /// <summary>Nobody's key.</summary>
    internal static SshPublicKey None { get; } = new("");

    private SshPublicKey(string line) => _line = line;

    /// <summary>Reads a public key.</summary>
    /// <exception cref="FormatException">The text is a private key, of an unknown type, or damaged.</exception>
    public static SshPublicKey Parse(string text)
    {
        if (text.Contains("PRIVATE KEY", StringComparison.Ordinal))
            throw new FormatException("this is a private key, which must not be in a settings file");
        var parts = text.Trim().Split(' ', 3, StringSplitOptions.RemoveEmptyEntries);
        return parts.Length >= 2 && Types.Contains(parts[0]) && NamesItself(parts[0], parts[1]) && !text.Trim().Contains('\n')
            ? new(text.Trim())
            : throw new FormatException($"'{Shortened(text)}' is not an SSH public key");
    }

    /// <inheritdoc/>
    public override string ToString() => _line;

    /// <summary>The key's data begin with the length and the name of its type (RFC 4253, section 6.6).</summary>
    private static bool NamesItself(string type, string base64)
    {
        var data = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, data, out var length)
            && length > 4 + type.Length + 4
            && data.AsSpan(4, type.Length).SequenceEqual(System.Text.Encoding.ASCII.GetBytes(type));
    }

    private static string Shortened(string text) => text.Length <= 24 ? text : text[..24] + "...";
}
