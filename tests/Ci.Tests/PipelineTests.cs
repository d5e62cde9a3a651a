namespace Ci.Tests;

/// <summary>What every job of this repository's pipeline must have.</summary>
/// <param name="repository">The pipeline.</param>
public sealed class PipelineTests(RepositoryPipeline repository) : IClassFixture<RepositoryPipeline>
{
    private static readonly string[] Changing = ["deploy-staging", "deploy-production", "rollback-staging", "rollback-production"];
    private readonly Dictionary<string, Dictionary<string, object>> _jobs = repository.Jobs;

    [GitLabFact]
    public void What_changes_or_compares_a_stack_does_so_alone_and_is_never_cut_off()
    {
        var alone = _jobs.Where(job => Lines(job.Value).Any(line => line.Contains("deploy.sh") || line.Contains("rollback.sh") || line.Contains("drift-check.sh") || line.Contains("drill.sh"))).ToList();

        Assert.Equal([.. Changing, "drift-staging", "drift-production", "drill-staging", "drill-production"], alone.Select(job => job.Key));
        Assert.All(alone, job =>
        {
            Assert.Equal(EnvironmentOf(job.Value), job.Value["resource_group"]);
            Assert.Equal("false", job.Value["interruptible"]);
            Assert.EndsWith((string)job.Value["resource_group"], job.Key, StringComparison.Ordinal);
        });
        Assert.All(Changing, name => Assert.Equal("0", $"{_jobs[name]["retry"]}"));
    }

    [GitLabFact]
    public void What_changes_nothing_makes_no_deployment()
    {
        Assert.Equal(
            ["preview/staging access", "preview/production access", "staging verify", "production verify", "staging verify", "production verify"],
            new[] { "preview-staging", "preview-production", "drift-staging", "drift-production", "drill-staging", "drill-production" }
                .Select(name => ResolvedPipeline.Mapping(_jobs[name]["environment"])).Select(environment => $"{environment["name"]} {environment["action"]}"));
    }

    [GitLabFact]
    public void Every_job_with_the_cli_builds_on_the_official_packages()
    {
        var jobs = _jobs.Values.Where(job => Lines(job).Contains("ci/install-tools.sh")).ToList();

        Assert.Equal(10, jobs.Count);
        Assert.All(jobs, job => Assert.Equal("nuget", ResolvedPipeline.Mapping(job["variables"])["PulumiSdk"]));
    }

    [GitLabFact]
    public void A_job_for_forks_sees_no_environment_s_variables() => Assert.DoesNotContain("environment", _jobs["preview-offline"].Keys);

    [GitLabFact]
    public void No_cache_holds_the_credentials_of_a_login()
    {
        var cached = _jobs.Values.Where(job => job.ContainsKey("cache"))
            .SelectMany(job => (List<object>)job["cache"])
            .SelectMany(cache => (List<object>)ResolvedPipeline.Mapping(cache)["paths"])
            .Cast<string>().Distinct().Order();

        // PULUMI_HOME is .cache/pulumi; credentials.json is right below it.
        Assert.Equal([".cache/nuget", ".cache/pulumi-cli", ".cache/pulumi/plugins"], cached);
    }

    [GitLabFact]
    public void Every_script_that_a_job_runs_is_there_and_can_be_run()
    {
        var words = _jobs.Values.SelectMany(Lines).SelectMany(line => line.Split(' ')).Where(word => word.StartsWith("ci/") || word.StartsWith(".ci/")).Distinct().ToList();

        Assert.Contains("ci/deploy.sh", words);
        Assert.All(words, word => Assert.True(
            !OperatingSystem.IsWindows() && File.GetUnixFileMode(Repository.PathOf(word)).HasFlag(UnixFileMode.OtherExecute), $"{word} cannot be run"));
    }

    [Fact]
    public void Jobs_say_when_they_run_by_rules_alone() =>
        Assert.DoesNotContain(File.ReadLines(GitLabFiles.Pipeline).Concat(File.ReadLines(GitLabFiles.Template)), line => line.TrimStart() is ['o', 'n', 'l', 'y', ':', ..] or ['e', 'x', 'c', 'e', 'p', 't', ':', ..]);

    private static string EnvironmentOf(Dictionary<string, object> job) => (string)ResolvedPipeline.Mapping(job["environment"])["name"];

    private static IEnumerable<string> Lines(Dictionary<string, object> job) => JobScript.LinesOf(job);
}
