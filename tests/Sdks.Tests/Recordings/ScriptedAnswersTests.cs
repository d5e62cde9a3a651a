namespace Sdks.Tests.Recordings;

/// <summary>The engine that replays must be the one that recorded, or a match would prove nothing.</summary>
public class ScriptedAnswersTests
{
    [Theory]
    [MemberData(nameof(EveryRecording))]
    public void Every_recorded_request_is_answered_as_it_was(string name)
    {
        var recording = Recording.Load(name);
        var answers = new ScriptedAnswers(recording.Script);

        Assert.Empty(InOrderOfAnswers(recording.Conversation).SelectMany(call => Differences(call, answers.Answer(call))));
    }

    public static TheoryData<string> EveryRecording() => [.. Recording.Names("dry"), .. Recording.Names("up")];

    /// <summary>Calls are recorded as they arrived; of two twins that arrived together, the later one need not be the one refused.</summary>
    private static IEnumerable<Call> InOrderOfAnswers(Conversation conversation) => conversation.Calls.OrderBy(call => call.Error is not null);

    private static IEnumerable<string> Differences(Call recorded, Call answered) =>
    [
        .. JsonDifferences.Between(recorded.Response ?? [], answered.Response ?? [], recorded.Key),
        .. JsonDifferences.Between(recorded.Error?["status"], answered.Error?["status"], $"{recorded.Key}/status"),
        .. JsonDifferences.Between(recorded.Error?["message"], answered.Error?["message"], $"{recorded.Key}/message"),
    ];
}
