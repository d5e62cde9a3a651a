namespace Preview.Tests.Support;

/// <summary>Whether what is expected is written anew instead of compared: ACCEPT=1.</summary>
internal static class Accepting
{
    public static bool IsOn { get; } = Environment.GetEnvironmentVariable("ACCEPT") == "1";
}
