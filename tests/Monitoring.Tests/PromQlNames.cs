using System.Text.RegularExpressions;

namespace Monitoring.Tests;

/// <summary>Finds the metrics that a PromQL expression names: identifiers that are neither labels, functions nor keywords.</summary>
public static partial class PromQlNames
{
    private static readonly HashSet<string> Keywords =
    [
        "and", "or", "unless", "by", "without", "on", "ignoring", "group_left", "group_right", "bool", "offset", "inf", "nan",
    ];

    public static IEnumerable<string> In(string expression)
    {
        var bare = Labels().Replace(Texts().Replace(expression, "\"\""), " ");
        bare = Matchers().Replace(Ranges().Replace(bare, " "), " ");
        return Identifiers().Matches(bare).Select(match => match.Value).Where(name => !Keywords.Contains(name)).Distinct();
    }

    [GeneratedRegex("\"[^\"]*\"", RegexOptions.None, 1000)]
    private static partial Regex Texts();

    [GeneratedRegex(@"\b(by|without|on|ignoring|group_left|group_right)\s*\([^)]*\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Labels();

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.None, 1000)]
    private static partial Regex Matchers();

    [GeneratedRegex(@"\[[^\]]*\]", RegexOptions.None, 1000)]
    private static partial Regex Ranges();

    [GeneratedRegex(@"(?<![\w$])[a-zA-Z_:][\w:]*(?!\s*\(|[\w:])", RegexOptions.None, 1000)]
    private static partial Regex Identifiers();
}
