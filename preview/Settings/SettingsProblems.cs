using System.Text.RegularExpressions;

namespace Preview.Settings;

/// <summary>All problems of a settings file, as one message.</summary>
public static partial class SettingsProblems
{
    /// <summary>The message: a heading with the file and the count, then a line for each problem.</summary>
    public static string Describe(string file, IReadOnlyCollection<SettingsProblem> problems) =>
        $"{file}: {(problems.Count == 1 ? "1 setting" : $"{problems.Count} settings")} to fix\n{string.Join('\n', problems.Select(problem => $"  {problem}"))}";

    /// <summary>The problems of a message in the form of <see cref="Describe"/>, which programs use too; none of a message in another form.</summary>
    public static IReadOnlyList<SettingsProblem> Read(string message) =>
        Heading().IsMatch(message)
            ? [.. Line().Matches(message).Select(line => new SettingsProblem(line.Groups["path"].Value, line.Groups["text"].Value))]
            : [];

    /// <summary>What the engine and the program found, each setting once: the program knows more about its own.</summary>
    public static IReadOnlyList<SettingsProblem> Merge(IReadOnlyList<SettingsProblem> engine, IReadOnlyList<SettingsProblem> program) =>
        [.. engine.Where(problem => !program.Any(told => told.IsAbout(problem.Path))), .. program];

    [GeneratedRegex(@"\A[^\n]+: \d+ settings? to fix\n", RegexOptions.None, 1000)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^  (?<path>.+?): (?<text>.+)$", RegexOptions.Multiline, 1000)]
    private static partial Regex Line();
}
