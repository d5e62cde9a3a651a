namespace Preview.Programs;

/// <summary>How a program ended.</summary>
/// <param name="Code">Its exit code; null when it was ended because it took too long.</param>
public sealed record ProgramExit(int? Code)
{
    // The SDK's own code for "failed, and the engine was told why".
    private const int Reported = 32;

    // What a program returns that rejects its settings, after it told the engine why.
    private const int Rejected = 2;

    /// <summary>Whether the program says that it ran to its end.</summary>
    public bool IsSuccess => Code == 0;

    /// <summary>Whether the program says that its settings are wrong.</summary>
    public bool IsRejection => Code == Rejected;

    /// <summary>How it ended, as a clause.</summary>
    /// <param name="timeout">How long it was allowed to run.</param>
    public string Describe(TimeSpan timeout) => Code switch
    {
        null => $"the program did not end within {timeout.TotalSeconds:0} s (--timeout) and was stopped",
        0 => "the program reported an error",
        Reported => "the program failed",
        _ => $"the program failed with exit code {Code}",
    };
}
