using System.Text.RegularExpressions;

namespace Infra.Settings;

/// <summary>Absolute paths of URLs and files.</summary>
public static partial class Paths
{
    /// <summary>What to write.</summary>
    public const string Expected = "write an absolute path, e.g. /healthz";

    /// <summary>Reads a path.</summary>
    /// <exception cref="FormatException">The text does not begin with a slash, or has characters that need quoting.</exception>
    public static string Parse(string text) => Pattern().IsMatch(text)
        ? text
        : throw new FormatException($"'{text}' is not an absolute path of letters, digits and . _ ~ - /");

    [GeneratedRegex(@"\A/[a-zA-Z0-9._~/-]*\z", RegexOptions.None, 1000)]
    private static partial Regex Pattern();
}
