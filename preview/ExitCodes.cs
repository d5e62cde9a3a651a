namespace Preview;

/// <summary>What the exit code says.</summary>
public static class ExitCodes
{
    /// <summary>The plan is complete.</summary>
    public const int Planned = 0;

    /// <summary>The program does not build, failed, or did not end.</summary>
    public const int ProgramFailed = 1;

    /// <summary>The settings, the command line or the file to compare with are wrong.</summary>
    public const int SettingsWrong = 2;

    /// <summary>The plan is complete, and an update would refuse it: it deletes what is protected.</summary>
    public const int Refused = 3;
}
