using System.Text.RegularExpressions;
using Infra.Tests;

namespace Backups.Tests;

/// <summary>What docs/backups.md tells its reader to run: lines after a prompt in blocks, and spans of code that begin with a program's name and go on.</summary>
internal static partial class Runbook
{
    /// <summary>The commands, each once, in the document's order.</summary>
    public static IReadOnlyList<string> Commands { get; } =
        [.. Code().Matches(File.ReadAllText(Repository.PathOf("docs", "backups.md"))).SelectMany(CommandsOf).Distinct()];

    private static IEnumerable<string> CommandsOf(Match code) => code.Groups["block"].Success
        ? Prompt().Matches(code.Groups["block"].Value).Select(line => line.Groups["command"].Value.TrimEnd())
        : new[] { Space().Replace(code.Groups["span"].Value, " ") }.Where(span => ProgramName().IsMatch(span));

    [GeneratedRegex(@"^ *```\w*\n(?<block>.*?)^ *```|`(?<span>[^`]+)`", RegexOptions.Multiline | RegexOptions.Singleline, 1000)]
    private static partial Regex Code();

    [GeneratedRegex(@"^ *\$ (?<command>.+)$", RegexOptions.Multiline, 1000)]
    private static partial Regex Prompt();

    /// <summary>A key such as <c>lhd:backups: false</c> is none.</summary>
    [GeneratedRegex(@"\A[a-z0-9./_-]*[a-z][a-z0-9./_-]* ", RegexOptions.None, 1000)]
    private static partial Regex ProgramName();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Space();
}
