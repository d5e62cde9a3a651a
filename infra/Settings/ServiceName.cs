using System.Text.RegularExpressions;

namespace Infra.Settings;

/// <summary>Names that become host names: of services, secrets and volumes.</summary>
public static partial class ServiceName
{
    /// <summary>What to write.</summary>
    public const string Expected = "write lower-case letters, digits and -, beginning with a letter, e.g. web";

    /// <summary>Reads a name (a DNS label of RFC 1123).</summary>
    /// <exception cref="FormatException">The text is not one.</exception>
    public static string Parse(string text) => IsOne(text)
        ? text
        : throw new FormatException($"'{text}' cannot be a name on a network");

    /// <summary>Whether a text is a name.</summary>
    public static bool IsOne(string text) => Pattern().IsMatch(text);

    [GeneratedRegex(@"\A[a-z]([a-z0-9-]{0,61}[a-z0-9])?\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Pattern();
}
