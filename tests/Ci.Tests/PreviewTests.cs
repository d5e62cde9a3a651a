namespace Ci.Tests;

/// <summary>What a merge request shows of a preview.</summary>
public sealed class PreviewTests : IAsyncLifetime, IDisposable
{
    private readonly ScriptRun _run = new();
    private readonly PulumiStandIn _pulumi;
    private GitLabServer _gitLab = null!;

    public PreviewTests() => _pulumi = new(_run);

    public async Task InitializeAsync()
    {
        _gitLab = await GitLabServer.StartAsync();
        _run.Environment["LHD_NOTE_TOKEN"] = GitLabServer.Token;
        _run.Environment["CI_API_V4_URL"] = _gitLab.Url;
        _run.Environment["CI_MERGE_REQUEST_PROJECT_ID"] = "5";
        _run.Environment["CI_MERGE_REQUEST_IID"] = "11";
    }

    public Task DisposeAsync() => _gitLab.DisposeAsync().AsTask();

    public void Dispose() => _run.Dispose();

    [RequiresToolFact("curl", "jq")]
    public async Task The_plan_of_what_runs_is_posted_as_a_note()
    {
        _pulumi.Runs("0e0e0e0e", newest: "1a2b3c4d");
        _pulumi.Answers("+ docker:Service lucky\nResources:\n    + 3 to create\n    113 unchanged\n", 0);

        (await _run.RunAsync("preview.sh", "staging")).Succeeds();

        Assert.Equal("preview --stack staging --diff --non-interactive --suppress-progress --color never", _pulumi.Calls[^1]);
        Assert.Contains("config set --stack staging lhd:rollbackTo 0e0e0e0e", _pulumi.Calls);
        Assert.Equal(
            """
            <!-- lhd-preview:staging -->
            ### Preview of staging: planned

            - `+ 3 to create`
            - `113 unchanged`

            <details><summary>pulumi preview --diff</summary>

            ~~~diff
            + docker:Service lucky
            Resources:
                + 3 to create
                113 unchanged
            ~~~

            </details>

            """,
            Body());
    }

    [RequiresToolFact("curl", "jq")]
    public async Task A_preview_that_fails_is_posted_too_and_fails_the_job()
    {
        _pulumi.Answers("error: lhd:domain is not set\n", 255);

        Assert.Equal(255, (await _run.RunAsync("preview.sh", "staging")).ExitCode);

        Assert.Contains("### Preview of staging: **failed** with exit code 255", Body(), StringComparison.Ordinal);
        Assert.Contains("error: lhd:domain is not set", Body(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_cannot_end_its_own_fold()
    {
        var note = (await _run.RunAsync("preview-note.sh", ["staging", "0"], "~~~~\n</details>\n")).Succeeds().Output;

        Assert.Contains("\n~~~~~diff\n~~~~\n</details>\n~~~~~\n", note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_that_is_too_long_is_cut_between_two_lines()
    {
        var line = new string('é', 500);

        var note = (await _run.RunAsync("preview-note.sh", ["staging", "0"], string.Concat(Enumerable.Repeat($"{line}\n", 400)))).Succeeds().Output;

        Assert.Equal(199, note.Split('\n').Count(text => text == line));
        Assert.Contains("\n… cut here; the job shows the whole.\n~~~\n", note, StringComparison.Ordinal);
    }

    [RequiresToolFact("curl", "jq")]
    public async Task The_offline_preview_is_kept_as_a_file_and_posted_only_where_there_is_a_token()
    {
        _run.StandIn("dotnet", $"#!/bin/sh\necho \"$@\" >>'{_run.Folder}/calls'\nprintf '<!-- lhd-preview:offline-test -->\\nplan\\n'\n");
        var file = Repository.PathOf("preview-offline-test.md");
        try
        {
            (await _run.RunAsync("preview-offline.sh", "offline-test")).Succeeds();
            _run.Environment.Remove("LHD_NOTE_TOKEN");
            (await _run.RunAsync("preview-offline.sh", "offline-test")).Succeeds();

            Assert.Equal("<!-- lhd-preview:offline-test -->\nplan\n", await File.ReadAllTextAsync(file));
            Assert.Equal("<!-- lhd-preview:offline-test -->\nplan\n", Body());
            Assert.Equal("run --project preview -- --stack offline-test --markdown", _pulumi.Calls[0]);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private string Body() => (string)Assert.Single(_gitLab.All)["body"]!;
}
