using System.Text.RegularExpressions;

namespace Infra.Settings;

/// <summary>Environment variables in settings: names by POSIX's rule, and nothing that looks like a secret.</summary>
public static partial class EnvironmentVariables
{
    /// <summary>What to write.</summary>
    public const string Expected = "write names and texts, e.g. {LOG_LEVEL: info}";

    /// <summary>Checks the name of a variable.</summary>
    /// <exception cref="FormatException">The text cannot be the name of one.</exception>
    public static void Check(string name)
    {
        if (!NamePattern().IsMatch(name))
            throw new FormatException($"'{name}' cannot be the name of an environment variable");
    }

    [GeneratedRegex(@"\A[a-zA-Z_][a-zA-Z0-9_]*\z", RegexOptions.None, 1000)]
    private static partial Regex NamePattern();
}
