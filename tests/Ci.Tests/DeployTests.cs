namespace Ci.Tests;

/// <summary>What the jobs that deploy and roll back ask of Pulumi, in which order.</summary>
public sealed class DeployTests : IDisposable
{
    private const string Up = "up --stack staging --yes --non-interactive --suppress-progress --color never --diff";
    private readonly ScriptRun _run = new();
    private readonly PulumiStandIn _pulumi;

    public DeployTests() => _pulumi = new(_run);

    public void Dispose() => _run.Dispose();

    [RequiresToolFact("jq")]
    public async Task A_new_release_ends_a_rollback_and_is_deployed_in_its_mode()
    {
        (await _run.RunAsync("deploy.sh", "staging", "12345678", "subtractive")).Succeeds();

        Assert.Equal(
            [
                "config rm --stack staging lhd:rollbackTo",
                "config set --stack staging lhd:release 12345678",
                "config set --stack staging lhd:releaseMode subtractive",
                Up,
            ],
            _pulumi.Calls);
    }

    [RequiresToolFact("jq")]
    public async Task Without_a_release_the_one_that_runs_is_kept()
    {
        _pulumi.Runs("1a2b3c4d", newest: "1a2b3c4d", mode: "subtractive");

        (await _run.RunAsync("deploy.sh", "staging", "", "additive")).Succeeds();

        Assert.Equal(
            [
                "stack output --stack staging --json",
                "config rm --stack staging lhd:rollbackTo",
                "config set --stack staging lhd:release 1a2b3c4d",
                "config set --stack staging lhd:releaseMode subtractive",
                Up,
            ],
            _pulumi.Calls);
    }

    [RequiresToolFact("jq")]
    public async Task Without_a_release_a_rollback_is_kept()
    {
        _pulumi.Runs("0e0e0e0e", newest: "1a2b3c4d");

        (await _run.RunAsync("deploy.sh", "staging")).Succeeds();

        Assert.Contains("config set --stack staging lhd:release 1a2b3c4d", _pulumi.Calls);
        Assert.Equal(["config set --stack staging lhd:rollbackTo 0e0e0e0e", Up], _pulumi.Calls.TakeLast(2));
    }

    [RequiresToolFact("jq")]
    public async Task The_first_deployment_takes_the_release_of_the_stack_file()
    {
        (await _run.RunAsync("deploy.sh", "staging", "", "additive")).Succeeds();

        Assert.Equal(["stack output --stack staging --json", Up], _pulumi.Calls);
    }

    [RequiresToolFact("jq")]
    public async Task An_output_that_is_not_understood_deploys_nothing()
    {
        _pulumi.Outputs("""{"release":{"release":"1a2b3c4d"}}""");

        (await _run.RunAsync("deploy.sh", "staging")).FailsWith("has no newest");

        Assert.DoesNotContain(Up, _pulumi.Calls);
    }

    [RequiresToolFact("jq")]
    public async Task A_failed_update_fails_the_job()
    {
        _pulumi.Answers("", 1);

        Assert.Equal(1, (await _run.RunAsync("deploy.sh", "staging", "1a2b3c4d", "additive")).ExitCode);
    }

    [RequiresToolFact("jq")]
    public async Task A_stack_of_an_organisation_has_its_name_in_front()
    {
        _run.Environment["LHD_PULUMI_ORG"] = "acme";

        (await _run.RunAsync("deploy.sh", "staging", "1a2b3c4d", "additive")).Succeeds();

        Assert.All(_pulumi.Calls, call => Assert.Contains("--stack acme/staging", call, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("deploy.sh", "staging", "latest", "LHD_RELEASE is 'latest', which is not a release")]
    [InlineData("deploy.sh", "staging", "a b", "LHD_RELEASE is 'a b'")]
    [InlineData("deploy.sh", "staging", "--stack=production", "LHD_RELEASE is '--stack=production'")]
    [InlineData("deploy.sh", "staging", "$(id)", "LHD_RELEASE is '$(id)'")]
    [InlineData("deploy.sh", "staging", "1a2b3c4d\nx", "LHD_RELEASE is '1a2b3c4d")]
    [InlineData("deploy.sh", "../x", "1a2b3c4d", "'../x' is not the name of a stack")]
    [InlineData("rollback.sh", "staging", "latest", "LHD_ROLLBACK_TO is 'latest'")]
    [InlineData("rollback.sh", "staging", "", "LHD_ROLLBACK_TO is not set")]
    public async Task Input_from_another_pipeline_that_is_not_a_release_reaches_no_command(string script, string stack, string tag, string message)
    {
        (await _run.RunAsync(script, stack, tag)).FailsWith(message);

        Assert.Empty(_pulumi.Calls);
    }

    [Fact]
    public async Task An_unknown_mode_reaches_no_command()
    {
        (await _run.RunAsync("deploy.sh", "staging", "1a2b3c4d", "sideways")).FailsWith("LHD_RELEASE_MODE is 'sideways'; expected additive");

        Assert.Empty(_pulumi.Calls);
    }

    [RequiresToolFact("jq")]
    public async Task A_rollback_keeps_the_newest_release_and_its_mode()
    {
        _pulumi.Runs("1a2b3c4d", newest: "1a2b3c4d", mode: "subtractive");

        (await _run.RunAsync("rollback.sh", "staging", "0e0e0e0e")).Succeeds();

        Assert.Equal(
            [
                "stack output --stack staging --json",
                "config rm --stack staging lhd:rollbackTo",
                "config set --stack staging lhd:release 1a2b3c4d",
                "config set --stack staging lhd:releaseMode subtractive",
                "config set --stack staging lhd:rollbackTo 0e0e0e0e",
                Up,
            ],
            _pulumi.Calls);
    }

    [RequiresToolTheory("jq")]
    [InlineData("0e0e0e0e", "stack staging runs 0e0e0e0e already")]
    [InlineData("1a2b3c4d", "1a2b3c4d is the newest release of stack staging: to go forward to it, deploy it (LHD_RELEASE=1a2b3c4d)")]
    public async Task A_rollback_that_would_go_nowhere_is_refused(string tag, string message)
    {
        _pulumi.Runs("0e0e0e0e", newest: "1a2b3c4d");

        (await _run.RunAsync("rollback.sh", "staging", tag)).FailsWith(message);

        Assert.Equal(["stack output --stack staging --json"], _pulumi.Calls);
    }

    [RequiresToolFact("jq")]
    public async Task A_stack_without_a_release_has_nothing_to_go_back_to() =>
        (await _run.RunAsync("rollback.sh", "staging", "0e0e0e0e")).FailsWith("stack staging has no release yet");
}
