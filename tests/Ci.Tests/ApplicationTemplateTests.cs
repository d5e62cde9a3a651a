using Infra.Services.Catalogue;

namespace Ci.Tests;

/// <summary>What the template makes of an application's pipeline.</summary>
public sealed class ApplicationTemplateTests
{
    [GitLabTheory]
    [InlineData("staging", "lucky-deploy-staging")]
    [InlineData("main", "lucky-deploy-production")]
    public async Task A_branch_of_an_environment_deploys_what_was_built_and_tested(string branch, string deployment)
    {
        using var pipeline = await ResolvedPipeline.OfApplicationAsync();

        var jobs = await pipeline.JobsAsync("CI_PIPELINE_SOURCE=push", $"CI_COMMIT_BRANCH={branch}", "CI_OPEN_MERGE_REQUESTS=acme/shop!3");

        Assert.Equal(["lucky-build", deployment, "lucky-publish", "lucky-test", "lucky-verify"], jobs.Keys.Order());
    }

    [GitLabTheory]
    [InlineData("CI_PIPELINE_SOURCE=merge_request_event", "CI_COMMIT_BRANCH=")]
    [InlineData("CI_PIPELINE_SOURCE=push", "CI_COMMIT_BRANCH=feature")]
    public async Task Anything_else_is_built_and_tested_but_not_deployed(params string[] variables)
    {
        using var pipeline = await ResolvedPipeline.OfApplicationAsync();

        var jobs = await pipeline.JobsAsync(variables);

        Assert.Superset(new HashSet<string> { "lucky-build", "lucky-test", "lucky-verify" }, jobs.Keys.ToHashSet());
        Assert.DoesNotContain(jobs.Keys, name => name.StartsWith("lucky-deploy", StringComparison.Ordinal));
    }

    [GitLabFact]
    public async Task A_push_to_a_branch_with_a_merge_request_is_not_built_twice()
    {
        using var pipeline = await ResolvedPipeline.OfApplicationAsync();

        var jobs = await pipeline.JobsAsync("CI_PIPELINE_SOURCE=push", "CI_COMMIT_BRANCH=feature", "CI_OPEN_MERGE_REQUESTS=acme/shop!3");

        Assert.DoesNotContain("lucky-build", jobs.Keys);
    }

    [GitLabFact]
    public async Task The_deploying_project_gets_the_release_and_its_mode_and_no_other_variable()
    {
        using var pipeline = await ResolvedPipeline.OfApplicationAsync("mode: subtractive");

        var job = (await pipeline.ResolveAsync())["lucky-deploy-staging"];

        var variables = ResolvedPipeline.Mapping(job["variables"]);
        Assert.Equal(["LHD_RELEASE=$CI_COMMIT_SHORT_SHA", "LHD_RELEASE_MODE=subtractive"], variables.Select(variable => $"{variable.Key}={variable.Value}"));
        Assert.Equal("false", ResolvedPipeline.Mapping(job["inherit"])["variables"]);
        var trigger = ResolvedPipeline.Mapping(job["trigger"]);
        Assert.Equal(("acme/lhd", "staging"), ((string)trigger["project"], (string)trigger["branch"]));
    }

    [GitLabFact]
    public async Task The_image_is_tagged_by_its_commit_with_the_layers_of_its_branch_as_cache()
    {
        using var pipeline = await ResolvedPipeline.OfApplicationAsync();

        var jobs = await pipeline.ResolveAsync();

        var build = string.Join('\n', JobScript.LinesOf(jobs["lucky-build"]));
        Assert.Contains("--tag \"$IMAGE:$CI_COMMIT_SHORT_SHA\"", build, StringComparison.Ordinal);
        Assert.Contains("--cache-to \"type=registry,ref=$IMAGE/cache:$CI_COMMIT_REF_SLUG,mode=max\"", build, StringComparison.Ordinal);
        Assert.Contains("--password-stdin", build, StringComparison.Ordinal);
        Assert.Contains("--tag \"$IMAGE:$CI_COMMIT_REF_SLUG\" \"$IMAGE:$CI_COMMIT_SHORT_SHA\"", string.Join('\n', JobScript.LinesOf(jobs["lucky-publish"])), StringComparison.Ordinal);
    }

    [GitLabFact]
    public async Task Tests_run_beside_the_images_that_the_stack_runs()
    {
        using var pipeline = await ResolvedPipeline.OfApplicationAsync();

        var jobs = await pipeline.ResolveAsync();

        Assert.All(
            new[] { "lucky-test", "lucky-verify" },
            name => Assert.Equal([Images.Postgres, Images.Hasura], ((List<object>)jobs[name]["services"]).Select(service => (string)ResolvedPipeline.Mapping(service)["name"])));
    }
}
