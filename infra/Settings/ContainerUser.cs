using System.Text.RegularExpressions;

namespace Infra.Settings;

/// <summary>User, and group if wanted, that a container runs as: names or numbers (docs.docker.com/reference/dockerfile, USER).</summary>
public static partial class ContainerUser
{
    /// <summary>What to write.</summary>
    public const string Expected = "write a user, or user:group, e.g. \"1000:1000\"";

    /// <summary>Reads a user.</summary>
    /// <exception cref="FormatException">The text cannot be one.</exception>
    public static string Parse(string text) => Pattern().IsMatch(text)
        ? text
        : throw new FormatException($"'{text}' cannot be a user");

    [GeneratedRegex(@"\A[a-zA-Z0-9_][a-zA-Z0-9_.-]{0,31}(:[a-zA-Z0-9_][a-zA-Z0-9_.-]{0,31})?\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Pattern();
}
