namespace Sdks.Tests.Recordings;

public class FailureComparisonTests
{
    private static readonly Recording Refused = Recording.Load("10-failures.rpcError.up");

    [Fact]
    public void A_failing_recording_equals_itself() => Assert.Empty(Differences(Refused.Conversation));

    [Fact]
    public void How_far_other_registrations_got_does_not_count()
    {
        var recorded = Recording.Load("10-failures.throwInConstructor.up");
        var other = recorded.Conversation with { Calls = [.. recorded.Conversation.Calls, .. Refused.Conversation.Of("RegisterResource")] };

        Assert.Empty(Differences(recorded, other));
    }

    [Fact]
    public void A_dependent_of_a_failed_resource_must_not_be_sent()
    {
        var bad = Refused.Conversation.Registration("bad");
        var request = bad.Request.DeepClone().AsObject();
        request["name"] = "dependent";

        var difference = Assert.Single(Differences(Refused.Conversation with { Calls = [.. Refused.Conversation.Calls, bad with { Request = request }] }));

        Assert.Equal("RegisterResource dependent: sent, although bad is refused, so whatever waits for it is never sent", difference);
    }

    [Fact]
    public void A_failing_program_must_not_say_that_it_is_done()
    {
        var done = Refused.Conversation with { Calls = [.. Refused.Conversation.Calls, new("SignalAndWaitForShutdown", [])] };

        Assert.StartsWith("SignalAndWaitForShutdown: sent", Assert.Single(Differences(done)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_exit_code_is_named() =>
        Assert.Equal(["exit code: expected 32, got 1"], Differences(Refused.Conversation with { ExitCode = 1 }));

    [Fact]
    public void The_error_must_be_the_recorded_one_and_told_once()
    {
        var error = Refused.Conversation.Calls.Single(call => call.Key == "Log ERROR");

        Assert.Single(Differences(Refused.Conversation with { Calls = [.. Refused.Conversation.Calls.Where(call => call != error)] }));
        Assert.Single(Differences(Refused.Conversation with { Calls = [.. Refused.Conversation.Calls, error] }));
    }

    private static IReadOnlyList<string> Differences(Conversation actual) => Differences(Refused, actual);

    private static IReadOnlyList<string> Differences(Recording recorded, Conversation actual) => ConversationComparison.Differences(
        recorded.Conversation, actual, FailureGuarantees.For(recorded)!, ConversationComparison.Errors(recorded.Conversation));
}
