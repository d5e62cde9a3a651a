namespace Infra.Settings;

/// <summary>Environment variables of a program whose values are swarm secrets: name of the secret by name of the variable.</summary>
public static class SecretVariables
{
    /// <summary>What to write.</summary>
    public const string Expected = "write a secret's name for each variable, e.g. {STRIPE_API_KEY: stripe-key}";

    /// <summary>Key of a platform's service that has such variables.</summary>
    /// <param name="service">The service's name.</param>
    public static string KeyOf(string service) => $"{service}SecretEnv";

    /// <summary>Checks the name of a variable and that of its secret.</summary>
    /// <exception cref="FormatException">One of them cannot be a name.</exception>
    public static void Check(string name, string secret)
    {
        EnvironmentVariables.CheckName(name, secret);
        ParseSecret(secret);
    }

    /// <summary>Reads the name of a secret. What is none is not quoted: it may be the secret itself, in the place of its name.</summary>
    /// <exception cref="FormatException">The text cannot be the name of a secret.</exception>
    public static string ParseSecret(string text) => ServiceName.IsOne(text) ? text : throw new FormatException("this cannot be the name of a secret");

    /// <summary>Variables that have both a plain text and a secret, of which a program sees one only.</summary>
    /// <param name="secretKey">Path of the variables whose values are secrets.</param>
    /// <param name="secrets">These variables.</param>
    /// <param name="plainKey">Name of the setting beside it.</param>
    /// <param name="plain">Its variables.</param>
    public static IEnumerable<SettingsProblem> Overlaps(
        string secretKey, IReadOnlyDictionary<string, string> secrets, string plainKey, IReadOnlyDictionary<string, string> plain) =>
        secrets.Keys.Where(plain.ContainsKey).Select(name => new SettingsProblem($"{secretKey}.{name}", $"{plainKey} has the same variable", "keep one of the two"));
}
