using System.Text.RegularExpressions;

namespace Preview.Planning;

/// <summary>A setting that a preview can do without and <c>pulumi up</c> cannot.</summary>
/// <param name="Key">Full key, e.g. <c>digitalocean:token</c>.</param>
/// <param name="Command">The command that sets it.</param>
/// <param name="Alternative">Another way to give it, or null.</param>
public sealed partial record MissingSetting(string Key, string Command, string? Alternative = null)
{
    /// <summary>The setting that a program's warning is about, if it is one of this kind.</summary>
    public static MissingSetting? Read(PlanDiagnostic diagnostic) =>
        diagnostic.Severity == Severity.Warning && Warning().Match(diagnostic.Message.TrimEnd()) is { Success: true } match
            ? new(match.Groups["key"].Value, match.Groups["command"].Value + (match.Groups["note"] is { Success: true } note ? $"  # {note.Value}" : ""))
            : null;

    [GeneratedRegex(@"\A(?<key>[^\s:]+:[^\s:]+) is not set; before `pulumi up`, run: (?<command>[^;\n]+)(; (?<note>[^\n]+))?\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Warning();
}
