namespace Ci.Tests;

/// <summary>The GitLab files against GitLab's published schema, and every script against shellcheck.</summary>
public sealed class SchemaTests
{
    public static TheoryData<string> Scripts => [.. Directory.EnumerateFiles(Repository.PathOf("ci"), "*.sh").Select(file => Path.GetFileName(file)).Order()];

    [GitLabFact]
    public async Task Both_files_are_as_the_schema_says() =>
        await Tool.AcceptAsync("node", "", GitLabFiles.InTool("validate.js"), GitLabFiles.Pipeline, GitLabFiles.Template);

    [GitLabFact]
    public async Task A_key_that_gitlab_does_not_know_is_found()
    {
        var path = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(path, (await File.ReadAllTextAsync(GitLabFiles.Pipeline)).Replace("resource_group:", "resource_groups:"));

            var result = await Tool.RunAsync("node", GitLabFiles.InTool("validate.js"), path);

            Assert.Equal(1, result.ExitCode);
            Assert.Contains("/deploy-production: must NOT have additional properties {\"additionalProperty\":\"resource_groups\"}", result.Output, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [RequiresToolTheory("shellcheck")]
    [MemberData(nameof(Scripts))]
    public async Task Every_script_file_passes_shellcheck(string script) =>
        await Tool.AcceptAsync("shellcheck", "", "--external-sources", $"--source-path={Repository.Root}", Repository.PathOf("ci", script));

    [GitLabFact]
    public async Task The_scripts_inside_the_files_pass_shellcheck()
    {
        using var repository = await ResolvedPipeline.OfRepositoryAsync();
        using var application = await ResolvedPipeline.OfApplicationAsync();

        foreach (var job in (await repository.ResolveAsync()).Values.Concat((await application.ResolveAsync()).Values).Where(job => !job.ContainsKey("trigger")))
        {
            // The runner ends a job at the first command that fails.
            await Tool.AcceptAsync("shellcheck", "set -e\n" + string.Join('\n', JobScript.LinesOf(job)) + "\n", "--shell=sh", "-");
        }
    }
}
