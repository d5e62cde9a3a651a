namespace Preview;

/// <summary>What the exit code says.</summary>
public static class ExitCodes
{
    /// <summary>The plan is complete.</summary>
    public const int Planned = 0;

    /// <summary>The program does not build, failed, or did not end.</summary>
    public const int ProgramFailed = 1;

    /// <summary>The settings or the command line are wrong.</summary>
    public const int SettingsWrong = 2;
}
