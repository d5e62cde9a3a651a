namespace Infra.Settings;

/// <summary>A stack file cannot be used. The message names every problem in it, so that one edit can fix them all.</summary>
public sealed class SettingsException(string file, IReadOnlyCollection<SettingsProblem> problems) : Exception(Describe(file, problems))
{
    /// <summary>Every problem found, in the order of the sections.</summary>
    public IReadOnlyCollection<SettingsProblem> Problems { get; } = problems;

    private static string Describe(string file, IReadOnlyCollection<SettingsProblem> problems) =>
        $"{file}: {(problems.Count == 1 ? "1 setting" : $"{problems.Count} settings")} to fix\n"
        + string.Join('\n', problems.Select(problem => $"  {SettingsSource.Namespace}:{problem.Key}: {problem.Why}; {problem.Fix}"));
}
