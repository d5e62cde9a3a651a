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
        ServiceName.Parse(secret);
    }
}
