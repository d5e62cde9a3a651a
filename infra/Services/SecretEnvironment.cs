using System.Text.RegularExpressions;

namespace Infra.Services;

/// <summary>
/// For programs that read secrets from environment variables only: a small entry point that exports each from its file and then
/// becomes the program. The variables exist in that process alone, not in the service's description.
/// </summary>
public static partial class SecretEnvironment
{
    /// <summary>Path of the entry point in the container.</summary>
    public const string ScriptPath = "/etc/lhd/with-secrets.sh";

    /// <summary>Whether a text can be the name of an environment variable (POSIX, section 8.1, and lower case).</summary>
    public static bool IsName(string text) => NamePattern().IsMatch(text);

    /// <summary>The entry point's text, in POSIX shell.</summary>
    /// <param name="variables">Path of the secret's file by the name of the variable.</param>
    public static string Script(IReadOnlyDictionary<string, string> variables) => $"""
        #!/bin/sh
        # Exports secrets from their files to the program that follows, and to nothing else.
        set -eu

        {string.Concat(variables.OrderBy(variable => variable.Key, StringComparer.Ordinal).Select(Export))}
        exec "$@"

        """;

    /// <summary>A service whose secrets are also exported to its program.</summary>
    /// <param name="spec">The service; its command and arguments are what the entry point becomes.</param>
    /// <param name="secrets">Name of the secret by the name of the variable.</param>
    public static ServiceSpec WithSecretEnvironment(this ServiceSpec spec, IReadOnlyDictionary<string, string> secrets) => spec with
    {
        Command = ["/bin/sh", ScriptPath],
        Args = [.. spec.Command, .. spec.Args],
        Secrets = [.. spec.Secrets, .. secrets.Values.Distinct().Except(spec.Secrets.Select(mount => mount.Secret)).Select(name => new SecretMount(name))],
        Configs = [.. spec.Configs, new("entry", ScriptPath, Script(secrets.ToDictionary(pair => pair.Key, pair => $"/run/secrets/{pair.Value}")))],
    };

    private static string Export(KeyValuePair<string, string> variable) => $"""
        {variable.Key}=$(cat '{variable.Value}')
        export {variable.Key}

        """;

    [GeneratedRegex(@"\A[a-zA-Z_]\w*\z", RegexOptions.ECMAScript, 1000)]
    private static partial Regex NamePattern();
}
