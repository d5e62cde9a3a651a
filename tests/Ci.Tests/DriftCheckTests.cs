using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Ci.Tests;

/// <summary>What Slack hears of the scheduled comparison.</summary>
public sealed class DriftCheckTests : IAsyncLifetime, IDisposable
{
    private const string Preview =
        "preview --stack production --refresh --expect-no-changes --diff --non-interactive --suppress-progress --color never";

    private readonly ScriptRun _run = new();
    private readonly PulumiStandIn _pulumi;
    private readonly ConcurrentQueue<string> _messages = [];
    private readonly ConcurrentQueue<int> _statuses = [];
    private LocalServer _slack = null!;

    public DriftCheckTests() => _pulumi = new(_run);

    public async Task InitializeAsync()
    {
        _slack = await LocalServer.StartAsync(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            _messages.Enqueue(await reader.ReadToEndAsync());
            context.Response.StatusCode = _statuses.TryDequeue(out var status) ? status : 200;
            await context.Response.WriteAsync(context.Response.StatusCode == 200 ? "ok" : "invalid_token");
        });
        _run.Environment["LHD_SLACK_WEBHOOK"] = $"{_slack.Url}/services/T000/B000/XXXXXXXXXXXX";
        _run.Environment["CI_JOB_URL"] = "https://gitlab.example.com/acme/lhd/-/jobs/9";
    }

    public Task DisposeAsync() => _slack.DisposeAsync().AsTask();

    public void Dispose() => _run.Dispose();

    [RequiresToolFact("curl", "jq")]
    public async Task Nothing_is_said_when_all_is_as_the_program_says()
    {
        _pulumi.Runs("1a2b3c4d", newest: "1a2b3c4d");

        (await _run.RunAsync("drift-check.sh", "production")).Succeeds();

        Assert.Empty(_messages);
        Assert.Equal(Preview, _pulumi.Calls[^1]);
        Assert.Contains("config set --stack production lhd:release 1a2b3c4d", _pulumi.Calls);
    }

    [RequiresToolFact("curl", "jq")]
    public async Task Drift_is_told_with_what_differs_and_fails_the_job()
    {
        _pulumi.Answers("~ digitalocean:Firewall \"rules\"\n    ~ 1 to update\nerror: no changes were expected but changes were proposed\n", 255);

        (await _run.RunAsync("drift-check.sh", "production")).FailsWith("Drift in production");

        var text = Text();
        Assert.StartsWith("Drift in production: what is deployed is not what the program says.\nhttps://gitlab.example.com/acme/lhd/-/jobs/9\n", text, StringComparison.Ordinal);
        Assert.Contains("~ digitalocean:Firewall \"rules\"", text, StringComparison.Ordinal);
    }

    [RequiresToolFact("curl", "jq")]
    public async Task A_check_that_failed_is_not_taken_for_drift()
    {
        _pulumi.Answers("error: could not reach the cloud\n", 255);

        (await _run.RunAsync("drift-check.sh", "production")).FailsWith("The drift check of production failed");

        Assert.StartsWith("The drift check of production failed: nothing is known about drift.", Text(), StringComparison.Ordinal);
    }

    [RequiresToolFact("curl", "jq")]
    public async Task A_stack_whose_outputs_cannot_be_read_is_told_too()
    {
        _run.StandIn("pulumi", "#!/bin/sh\necho 'error: access denied' >&2\nexit 255\n");

        (await _run.RunAsync("drift-check.sh", "production")).FailsWith("The drift check of production failed");

        Assert.Contains("error: access denied", Text(), StringComparison.Ordinal);
    }

    [RequiresToolFact("curl", "jq")]
    public async Task Secrets_and_the_webhook_reach_neither_slack_nor_an_argument_list()
    {
        _run.Environment["PULUMI_ACCESS_TOKEN"] = "pul-0123456789abcdef";
        _run.StandIn("curl", $"#!/bin/sh\nprintf '%s\\n' \"$@\" >>'{_run.Folder}/arguments'\nexec {Tool.Find("curl")} \"$@\"\n");

        (await _run.RunAsync("slack.sh", [], "pul-0123456789abcdef is the token")).Succeeds();

        Assert.Equal("[secret] is the token\n", Text());
        Assert.DoesNotContain("XXXXXXXXXXXX", await File.ReadAllTextAsync(Path.Combine(_run.Folder, "arguments")), StringComparison.Ordinal);
        Assert.Empty(_run.Leftovers);
    }

    [RequiresToolFact("curl", "jq")]
    public async Task A_long_message_is_cut()
    {
        (await _run.RunAsync("slack.sh", [], new string('é', 5000))).Succeeds();

        Assert.Equal(3901, Text().Length);
    }

    [RequiresToolFact("curl", "jq")]
    public async Task A_message_that_slack_refuses_fails_with_its_answer()
    {
        _statuses.Enqueue(403);

        (await _run.RunAsync("slack.sh", [], "hello")).FailsWith("Slack answered 403 to the message: invalid_token");
    }

    [RequiresToolFact("curl", "jq")]
    public async Task A_busy_slack_is_asked_again()
    {
        _statuses.Enqueue(503);

        (await _run.RunAsync("slack.sh", [], "hello")).Succeeds();

        Assert.Equal(2, _messages.Count);
    }

    [Fact]
    public async Task A_check_that_could_tell_nobody_does_not_begin()
    {
        _run.Environment.Remove("LHD_SLACK_WEBHOOK");

        (await _run.RunAsync("drift-check.sh", "production")).FailsWith("not set: LHD_SLACK_WEBHOOK");

        Assert.Empty(_pulumi.Calls);
    }

    private string Text() => (string)JsonNode.Parse(Assert.Single(_messages))!["text"]!;
}
