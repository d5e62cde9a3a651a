namespace Sdks.Tests.Recordings;

/// <summary>Every recorded program, run on the SDK in this repository, does what it did on the official one.</summary>
public abstract class RecordedProgramTests
{
    protected static async Task AssertSameConversationAsync(string name)
    {
        var recording = Recording.Load(name);

        var conversation = await Replay.RunAsync(recording);

        var differences = FailureGuarantees.For(recording) is { } guarantee
            ? ConversationComparison.Differences(recording.Conversation, conversation, guarantee, PossibleErrors(recording))
            : ConversationComparison.Differences(recording.Conversation, conversation);
        Assert.True(differences.Count == 0, $"{name} differs from the recording:\n{string.Join('\n', differences)}");
    }

    /// <summary>Which error is noticed first is a race, so that of the other mode's recording is as good.</summary>
    private static HashSet<string> PossibleErrors(Recording recording) =>
    [
        .. ((string[])["dry", "up"]).Select(mode => Recording.Load((recording with { Mode = mode }).Name))
            .SelectMany(either => ConversationComparison.Errors(either.Conversation)),
    ];

    protected static TheoryData<string> Recorded(string mode) =>
        [.. Recording.Names(mode).Where(name => !name.StartsWith(UnreachableEngineTests.Recorded, StringComparison.Ordinal))];
}

/// <summary>The recordings of previews.</summary>
public class RecordedPreviewTests : RecordedProgramTests
{
    [Theory]
    [MemberData(nameof(Previews))]
    public Task Sends_what_the_official_sdk_sends_in_a_preview(string recording) => AssertSameConversationAsync(recording);

    public static TheoryData<string> Previews() => Recorded("dry");
}

/// <summary>The recordings of updates.</summary>
public class RecordedUpdateTests : RecordedProgramTests
{
    [Theory]
    [MemberData(nameof(Updates))]
    public Task Sends_what_the_official_sdk_sends_in_an_update(string recording) => AssertSameConversationAsync(recording);

    public static TheoryData<string> Updates() => Recorded("up");
}
