namespace Sdks.Tests.Recordings;

/// <summary>
/// With nobody at the engine's address the program cannot say what is wrong through it. The official SDK ends with 1 or 134, which
/// of them is a race, and complains on stderr in both cases.
/// </summary>
public class UnreachableEngineTests
{
    public const string Recorded = "10-failures.deadMonitor.";

    [Theory]
    [InlineData($"{Recorded}dry")]
    [InlineData($"{Recorded}up")]
    public async Task Complains_on_stderr_and_fails_when_the_engine_cannot_be_reached(string name)
    {
        var conversation = await Replay.RunAsync(Recording.Load(name));

        Assert.Contains(conversation.ExitCode, (int[])[1, 134]);
        Assert.Contains("Error occurred during logging: ", conversation.Stderr, StringComparison.Ordinal);
        Assert.Empty(conversation.Stdout);
    }
}
