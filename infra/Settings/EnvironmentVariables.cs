using System.Text.RegularExpressions;

namespace Infra.Settings;

/// <summary>Environment variables in settings: names by POSIX's rule, and nothing that looks like a secret.</summary>
public static partial class EnvironmentVariables
{
    /// <summary>What to write.</summary>
    public const string Expected = "write names and texts, e.g. {LOG_LEVEL: info}";

    /// <summary>
    /// Checks the name of a variable and its text, which anyone who may inspect a service reads. The check throws <see cref="FormatException"/>
    /// when the name cannot be that of a variable, and when the text cannot be one's value or is a credential.
    /// </summary>
    /// <param name="secretKey">The setting beside it for variables whose values are secrets.</param>
    public static Action<string, string> Check(string secretKey) => (name, text) =>
    {
        CheckName(name, text);
        if (LoginPattern().IsMatch(text) || (CredentialPattern().IsMatch(name) && !HarmlessPattern().IsMatch(text)))
            throw new FormatException($"'{name}' has a credential in plain text, which belongs in lhd:serviceSecrets, and its name there in {secretKey}");
    };

    /// <summary>Checks the name of a variable whose text is told elsewhere.</summary>
    /// <exception cref="FormatException">The name cannot be that of a variable, or the text cannot be one's value.</exception>
    public static void CheckName(string name, string text)
    {
        if (text.Contains('\0'))
            throw new FormatException("it has a NUL character, which ends a variable");
        if (!NamePattern().IsMatch(name))
            throw new FormatException($"'{name}' cannot be the name of an environment variable");
    }

    [GeneratedRegex(@"\A[a-zA-Z_][a-zA-Z0-9_]*\z", RegexOptions.None, 1000)]
    private static partial Regex NamePattern();

    [GeneratedRegex(@"(\A|_)(PASSWORD|PASSWD|PASS|TOKEN|SECRET|CREDENTIALS?|(API|ACCESS|PRIVATE|SECRET)_?KEY)\z", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CredentialPattern();

    /// <summary>Nothing, a switch, a number, or the path of the file that holds the credential.</summary>
    [GeneratedRegex(@"\A(|true|false|yes|no|[0-9.]+|/run/secrets/.*)\z", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex HarmlessPattern();

    /// <summary>User information with a password in a URL (RFC 3986, section 3.2.1).</summary>
    [GeneratedRegex("://[^/@:\\s]*:[^/@\\s]+@", RegexOptions.None, 1000)]
    private static partial Regex LoginPattern();
}
