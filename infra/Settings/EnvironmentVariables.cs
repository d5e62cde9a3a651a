using System.Text.RegularExpressions;

namespace Infra.Settings;

/// <summary>Environment variables in settings: names by POSIX's rule, and nothing that looks like a secret.</summary>
public static partial class EnvironmentVariables
{
    /// <summary>What to write.</summary>
    public const string Expected = "write names and texts, e.g. {LOG_LEVEL: info}";

    /// <summary>Checks the name of a variable and its text.</summary>
    /// <exception cref="FormatException">The name cannot be that of a variable, or the text cannot be one's value.</exception>
    public static void Check(string name, string text)
    {
        if (text.Contains('\0'))
            throw new FormatException("it has a NUL character, which ends a variable");
        if (!NamePattern().IsMatch(name))
            throw new FormatException($"'{name}' cannot be the name of an environment variable");
    }

    [GeneratedRegex(@"\A[a-zA-Z_][a-zA-Z0-9_]*\z", RegexOptions.None, 1000)]
    private static partial Regex NamePattern();
}
