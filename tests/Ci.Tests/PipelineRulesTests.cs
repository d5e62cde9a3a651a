namespace Ci.Tests;

/// <summary>Which jobs a pipeline of this repository has, by what began it.</summary>
/// <param name="repository">The pipeline.</param>
public sealed class PipelineRulesTests(RepositoryPipeline repository) : IClassFixture<RepositoryPipeline>
{
    private const string MergeRequest = "CI_PIPELINE_SOURCE=merge_request_event";
    private static readonly string[] Always = ["official-packages", "pipeline", "test"];
    private readonly ResolvedPipeline _pipeline = repository.Pipeline;

    [GitLabTheory]
    [InlineData("main", "preview-production")]
    [InlineData("staging", "preview-staging")]
    [InlineData("release-line", "preview-staging")]
    public async Task A_merge_request_previews_the_stack_that_it_would_change(string target, string job) =>
        Equal([.. Always, job], await _pipeline.JobsAsync([MergeRequest, .. From("acme/lhd", target)]));

    [GitLabTheory]
    [InlineData("main")]
    [InlineData("staging")]
    public async Task A_merge_request_of_a_fork_gets_the_offline_preview_and_no_job_with_credentials(string target) =>
        Equal(
            [.. Always, "preview-offline: [staging]", "preview-offline: [production]"],
            await _pipeline.JobsAsync([MergeRequest, .. From("eve/lhd", target)]));

    [GitLabFact]
    public async Task A_fork_s_own_pipeline_is_a_fork_s_too() =>
        Equal(
            [.. Always, "preview-offline: [staging]", "preview-offline: [production]"],
            await _pipeline.JobsAsync([MergeRequest, "CI_PROJECT_PATH=eve/lhd", .. From("eve/lhd", "main")]));

    [GitLabFact]
    public async Task A_project_may_give_merge_requests_no_credentials() =>
        Equal(
            [.. Always, "preview-offline: [staging]", "preview-offline: [production]"],
            await _pipeline.JobsAsync([MergeRequest, "LHD_PREVIEW=offline", .. From("acme/lhd", "main")]));

    [GitLabTheory]
    [InlineData("push")]
    [InlineData("pipeline")]
    [InlineData("web")]
    public async Task The_staging_branch_deploys_staging_by_itself(string source)
    {
        var jobs = await _pipeline.JobsAsync($"CI_PIPELINE_SOURCE={source}", "CI_COMMIT_BRANCH=staging");

        Equal([.. Always, "deploy-staging", "rollback-staging"], jobs);
        Assert.Equal(("on_success", "manual"), (jobs["deploy-staging"], jobs["rollback-staging"]));
    }

    [GitLabTheory]
    [InlineData("push")]
    [InlineData("pipeline")]
    public async Task The_default_branch_deploys_production_when_somebody_says_so(string source)
    {
        var jobs = await _pipeline.JobsAsync($"CI_PIPELINE_SOURCE={source}", "CI_COMMIT_BRANCH=main");

        Equal([.. Always, "deploy-production", "rollback-production"], jobs);
        Assert.Equal(("manual", "manual"), (jobs["deploy-production"], jobs["rollback-production"]));
    }

    [GitLabTheory]
    [InlineData("staging", "deploy-staging")]
    [InlineData("main", "deploy-production")]
    public async Task A_pipeline_for_a_rollback_does_not_deploy(string branch, string job)
    {
        var jobs = await _pipeline.JobsAsync("CI_PIPELINE_SOURCE=web", $"CI_COMMIT_BRANCH={branch}", "LHD_ROLLBACK_TO=0e0e0e0e");

        Assert.DoesNotContain(job, jobs.Keys);
        Assert.Contains(job.Replace("deploy", "rollback"), jobs.Keys);
    }

    [GitLabTheory]
    [InlineData("staging", "drift-staging")]
    [InlineData("main", "drift-production")]
    public async Task A_schedule_checks_the_stack_of_its_branch_for_drift_and_nothing_else(string branch, string job) =>
        Equal(["pipeline", job], await _pipeline.JobsAsync("CI_PIPELINE_SOURCE=schedule", $"CI_COMMIT_BRANCH={branch}"));

    [GitLabTheory]
    [InlineData("staging", "drill-staging")]
    [InlineData("main", "drill-production")]
    public async Task A_schedule_for_it_rehearses_a_restore_of_its_branch_s_stack_and_nothing_else(string branch, string job) =>
        Equal(["pipeline", job], await _pipeline.JobsAsync("CI_PIPELINE_SOURCE=schedule", "LHD_SCHEDULE=drill", $"CI_COMMIT_BRANCH={branch}"));

    [GitLabFact]
    public async Task Another_branch_is_only_tested() =>
        Equal(Always, await _pipeline.JobsAsync("CI_PIPELINE_SOURCE=push", "CI_COMMIT_BRANCH=feature"));

    [GitLabTheory]
    [InlineData("feature", false)]
    [InlineData("staging", true)]
    [InlineData("main", true)]
    public async Task A_push_to_a_branch_with_a_merge_request_has_one_pipeline_but_deploys_all_the_same(string branch, bool made)
    {
        var jobs = await _pipeline.JobsAsync("CI_PIPELINE_SOURCE=push", $"CI_COMMIT_BRANCH={branch}", "CI_OPEN_MERGE_REQUESTS=acme/lhd!3");

        Assert.Equal(made, jobs.ContainsKey("pipeline"));
    }

    private static string[] From(string project, string target) =>
    [
        $"CI_MERGE_REQUEST_SOURCE_PROJECT_PATH={project}", "CI_MERGE_REQUEST_PROJECT_PATH=acme/lhd",
        $"CI_MERGE_REQUEST_TARGET_BRANCH_NAME={target}", "CI_COMMIT_BRANCH=",
    ];

    private static void Equal(IEnumerable<string> expected, Dictionary<string, string> jobs) => Assert.Equal(expected.Order(), jobs.Keys.Order());
}
