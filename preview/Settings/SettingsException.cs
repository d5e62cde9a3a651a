namespace Preview.Settings;

/// <summary>The settings cannot be used.</summary>
public sealed class SettingsException : Exception
{
    /// <summary>Something is wrong inside a file; the message lists every problem that was found.</summary>
    /// <param name="file">Name of the settings file, without its folder.</param>
    /// <param name="problems">What to correct.</param>
    public SettingsException(string file, IReadOnlyCollection<SettingsProblem> problems)
        : base(SettingsProblems.Describe(file, problems))
    {
    }

    /// <summary>Something is wrong with a file as a whole.</summary>
    /// <param name="file">Name of the settings file, without its folder.</param>
    /// <param name="why">What is wrong.</param>
    /// <param name="fix">What to do about it.</param>
    public SettingsException(string file, string why, string fix)
        : base($"{file}: {why}; {fix}")
    {
    }
}
