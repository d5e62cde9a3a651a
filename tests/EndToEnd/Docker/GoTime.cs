using System.Text.RegularExpressions;

namespace EndToEnd.Tests.Docker;

/// <summary>Go's durations, such as <c>1m30s</c>.</summary>
internal static partial class GoTime
{
    public static TimeSpan Of(string text) => TimeSpan.FromSeconds(Part().Matches(text)
        .Sum(part => int.Parse(part.Groups["count"].Value) * part.Groups["unit"].Value switch { "h" => 3600, "m" => 60, _ => 1 }));

    [GeneratedRegex(@"(?<count>\d+)(?<unit>[hms])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Part();
}
