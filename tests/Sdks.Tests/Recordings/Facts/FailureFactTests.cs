namespace Sdks.Tests.Recordings.Facts;

/// <summary>How programs fail beyond what is recorded.</summary>
public class FailureFactTests
{
    private static Task<Conversation> RunCaseAsync(string name) => Replay.RunAsync(
        ProgramCompiler.Compile("10-failures"),
        EngineScript.Load("10-failures", name, "up"),
        new Dictionary<string, string>(Recording.Load("10-failures.up").Environment) { ["PULUMI_CONFIG"] = $$"""{"wire:case":"{{name}}"}""" });

    [Fact]
    public async Task An_exception_in_an_input_stops_its_resource_from_being_sent()
    {
        var conversation = await RunCaseAsync("throwInApplyInput");

        Assert.Equal(32, conversation.ExitCode);
        Assert.Contains("boom in input", conversation.Error(), StringComparison.Ordinal);
        Assert.DoesNotContain(conversation.Of("RegisterResource"), call => call.Text("name") == "second");
    }

    [Fact]
    public async Task Of_several_errors_those_there_are_when_the_first_is_noticed_are_told_once_each()
    {
        var conversation = await RunCaseAsync("twoErrors");

        Assert.Equal(32, conversation.ExitCode);
        var errors = ConversationComparison.Errors(conversation);
        Assert.InRange(errors.Count, 1, 3);
        Assert.Equal(errors.Distinct(), errors);
        Assert.All(errors, error => Assert.Contains(
            (string[])["unobserved one", "first failure", "second failure"], text => error.Contains(text, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_skipped_resource_leaves_its_dependents_unknown_and_the_program_succeeds()
    {
        var conversation = await RunCaseAsync("resultSkip");

        Assert.Equal(0, conversation.ExitCode);
        Assert.Contains("prefix: unknown", conversation.Inputs("dependent"), StringComparison.Ordinal);
        Assert.Single(conversation.Of("SignalAndWaitForShutdown"));
    }

    [Fact]
    public async Task A_log_about_a_resource_that_failed_is_sent_without_its_urn()
    {
        var conversation = await FactProgram.UpdateAsync(
            """Log.Info("about bad", new Thing("bad"));""",
            """{ "errors": { "name:bad": { "code": "Unknown", "message": "no" } } }""");

        Assert.Equal(32, conversation.ExitCode);
        Assert.All(conversation.Calls.Where(call => call.Key == "Log INFO"), call => Assert.Equal("", call.Text("urn")));
    }

    [Fact]
    public async Task A_logged_error_alone_fails_the_program()
    {
        var conversation = await FactProgram.UpdateAsync("""Log.Error("broken"); Log.Error("twice");""");

        Assert.Equal(1, conversation.ExitCode);
        Assert.Equal(["broken", "twice"], conversation.Calls.Where(call => call.Key == "Log ERROR").Select(call => call.Text("message")));
        Assert.Empty(conversation.Of("SignalAndWaitForShutdown"));
    }
}
