namespace Ci.Tests;

/// <summary>What happens to a merge request's notes when <c>ci/merge-request-note.sh</c> runs.</summary>
public sealed class MergeRequestNoteTests : IAsyncLifetime, IDisposable
{
    private const string Marker = "<!-- lhd-preview:staging -->";
    private readonly ScriptRun _run = new();
    private GitLabServer _gitLab = null!;

    public async Task InitializeAsync()
    {
        _gitLab = await GitLabServer.StartAsync();
        _run.Environment["LHD_NOTE_TOKEN"] = GitLabServer.Token;
        _run.Environment["CI_API_V4_URL"] = _gitLab.Url;
        _run.Environment["CI_MERGE_REQUEST_PROJECT_ID"] = "5";
        _run.Environment["CI_MERGE_REQUEST_IID"] = "11";
        _run.Environment["LHD_RETRY_SECONDS"] = "0";
    }

    public Task DisposeAsync() => _gitLab.DisposeAsync().AsTask();

    public void Dispose() => _run.Dispose();

    [RequiresToolFact("curl", "jq")]
    public async Task The_first_run_posts_a_note_and_the_second_updates_it()
    {
        (await NoteAsync($"{Marker}\n3 to create")).Succeeds();
        (await NoteAsync($"{Marker}\n\"4\" to create \\ é")).Succeeds();

        Assert.Equal($"{Marker}\n\"4\" to create \\ é\n", Assert.Single(Bodies()));
    }

    [RequiresToolFact("curl", "jq")]
    public async Task Each_stack_has_its_own_note()
    {
        (await NoteAsync($"{Marker}\nstaging")).Succeeds();
        (await NoteAsync("<!-- lhd-preview:production -->\nproduction")).Succeeds();
        (await NoteAsync($"{Marker}\nstaging again")).Succeeds();

        Assert.Equal([$"{Marker}\nstaging again\n", "<!-- lhd-preview:production -->\nproduction\n"], Bodies());
    }

    [RequiresToolFact("curl", "jq")]
    public async Task The_note_is_found_beyond_the_first_page()
    {
        for (var index = 0; index < 230; index++)
            _gitLab.Add($"comment {index}", author: 3);
        _gitLab.Add($"{Marker}\nold");

        (await NoteAsync($"{Marker}\nnew")).Succeeds();

        Assert.Equal(231, _gitLab.All.Count);
        Assert.Equal($"{Marker}\nnew\n", Bodies()[^1]);
        Assert.Equal(3, _gitLab.Requests.Count(request => request.Contains("per_page=100")));
    }

    [RequiresToolFact("curl", "jq")]
    public async Task Notes_of_others_and_of_the_system_with_the_marker_stay_as_they_are()
    {
        _gitLab.Add($"quoted: {Marker}", author: 3);
        _gitLab.Add($"changed the description: {Marker}", system: true);

        (await NoteAsync($"{Marker}\nours")).Succeeds();

        Assert.Equal([$"quoted: {Marker}", $"changed the description: {Marker}", $"{Marker}\nours\n"], Bodies());
    }

    [RequiresToolFact("curl", "jq")]
    public async Task An_overloaded_server_is_asked_again_after_the_time_that_it_asks_for()
    {
        _gitLab.FailNext("POST", 429, retryAfter: 1);

        (await NoteAsync($"{Marker}\nplan")).Succeeds();

        Assert.Single(_gitLab.All);
        var times = _gitLab.Times.ToList();
        Assert.True(times[3] - times[2] >= TimeSpan.FromSeconds(1), "Retry-After was not waited for");
    }

    [RequiresToolFact("curl", "jq")]
    public async Task A_post_whose_answer_was_lost_is_not_repeated()
    {
        _gitLab.FailNext("POST", 502, carryOut: true);

        (await NoteAsync($"{Marker}\nplan")).Succeeds();

        Assert.Equal($"{Marker}\nplan\n", Assert.Single(Bodies()));
    }

    [RequiresToolFact("curl", "jq")]
    public async Task A_server_that_stays_down_ends_the_job_with_its_last_answer()
    {
        for (var index = 0; index < 5; index++)
            _gitLab.FailNext("GET", 503);

        (await NoteAsync($"{Marker}\nplan")).FailsWith("did not take the note in 5 attempts; its last answer was 503");
        Assert.Equal(5, _gitLab.Requests.Count);
    }

    [RequiresToolFact("curl", "jq")]
    public async Task A_server_that_is_not_there_ends_the_job()
    {
        await _gitLab.DisposeAsync();

        (await NoteAsync($"{Marker}\nplan")).FailsWith("its last answer was 000");
    }

    [RequiresToolTheory("curl", "jq")]
    [InlineData("GET", 401, "LHD_NOTE_TOKEN (401): it is wrong, revoked or expired")]
    [InlineData("POST", 403, "LHD_NOTE_TOKEN may not do this (403): it needs the scope api")]
    [InlineData("POST", 404, "finds no merge request 11 in project 5 (404)")]
    [InlineData("POST", 413, "answered 413 to POST /projects/5/merge_requests/11/notes: {\"message\":\"as the test says\"}")]
    public async Task An_error_that_waiting_does_not_mend_is_explained_at_once(string method, int status, string message)
    {
        _gitLab.FailNext(method, status);

        (await NoteAsync($"{Marker}\nplan")).FailsWith(message);
        Assert.Single(_gitLab.Requests, request => request.StartsWith(method + " ", StringComparison.Ordinal) && !request.Contains('?'));
        Assert.Empty(_gitLab.All);
    }

    [RequiresToolFact("curl", "jq")]
    public async Task A_note_that_was_deleted_meanwhile_is_posted_anew()
    {
        _gitLab.Add($"{Marker}\nold");
        _gitLab.FailNext("PUT", 404);

        (await NoteAsync($"{Marker}\nnew")).Succeeds();

        Assert.Equal($"{Marker}\nnew\n", Assert.Single(Bodies()));
    }

    [RequiresToolFact("curl", "jq")]
    public async Task A_text_beyond_the_limit_is_refused_before_anything_is_sent()
    {
        (await NoteAsync($"{Marker}\n{new string('x', 1_000_000)}")).FailsWith("a note has at most 1000000");

        Assert.Empty(_gitLab.Requests);
    }

    [RequiresToolFact("curl", "jq")]
    public async Task A_text_without_the_marker_is_refused()
    {
        (await NoteAsync("a plan")).FailsWith("has no line like <!-- lhd-preview:staging -->");

        Assert.Empty(_gitLab.Requests);
    }

    [RequiresToolFact("curl", "jq")]
    public async Task Every_missing_variable_is_named_at_once()
    {
        _run.Environment.Remove("LHD_NOTE_TOKEN");
        _run.Environment.Remove("CI_MERGE_REQUEST_IID");

        (await NoteAsync($"{Marker}\nplan")).FailsWith("not set: LHD_NOTE_TOKEN CI_MERGE_REQUEST_IID");
    }

    [RequiresToolFact("curl", "jq")]
    public async Task Secrets_are_masked_and_the_token_is_in_no_argument_list_output_or_left_file()
    {
        _run.Environment["DIGITALOCEAN_TOKEN"] = "dop_v1_0123456789";
        _run.StandIn("curl", $"#!/bin/sh\nprintf '%s\\n' \"$@\" >>'{_run.Folder}/arguments'\nexec {Tool.Find("curl")} \"$@\"\n");

        var result = (await NoteAsync($"{Marker}\ntoken: dop_v1_0123456789 {GitLabServer.Token}")).Succeeds();

        Assert.Equal($"{Marker}\ntoken: [secret] [secret]\n", Assert.Single(Bodies()));
        Assert.DoesNotContain(GitLabServer.Token, await File.ReadAllTextAsync(Path.Combine(_run.Folder, "arguments")), StringComparison.Ordinal);
        Assert.DoesNotContain(GitLabServer.Token, result.Output + result.Errors, StringComparison.Ordinal);
        Assert.Empty(_run.Leftovers);
    }

    private Task<ScriptResult> NoteAsync(string text) => _run.RunAsync("merge-request-note.sh", _run.Write("note.md", text + "\n"));

    private List<string> Bodies() => [.. _gitLab.All.Select(note => (string)note["body"]!)];
}
