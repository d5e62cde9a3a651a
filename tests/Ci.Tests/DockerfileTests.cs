using Infra.Services;
using Infra.Services.Catalogue;
using YamlDotNet.Serialization;

namespace Ci.Tests;

/// <summary>The application's image against what the program expects of it.</summary>
public sealed class DockerfileTests
{
    private static readonly string Text = File.ReadAllText(Repository.PathOf("templates", "lucky-app", "Dockerfile"));
    private static readonly string Final = Text[Text.LastIndexOf("\nFROM ", StringComparison.Ordinal)..];

    [GitLabFact]
    public async Task It_is_a_dockerfile_without_a_warning() => Assert.Equal(
        "",
        (await Tool.AcceptAsync("node", "", GitLabFiles.InTool("node_modules", ".bin", "dockerfile-utils"), "lint", Repository.PathOf("templates", "lucky-app", "Dockerfile"))).Trim());

    [Fact]
    public void It_has_the_programs_that_the_stack_runs()
    {
        Assert.Equal("./start_server", Assert.Single(Default("lhd:luckyCommand")));
        Assert.Contains("COPY --from=build /app/start_server /app/run_task ./", Final, StringComparison.Ordinal);
        Assert.Contains("CMD [\"./start_server\"]", Final, StringComparison.Ordinal);
        Assert.Contains("WORKDIR /app", Final, StringComparison.Ordinal);
    }

    [Fact]
    public void It_answers_where_the_stack_asks()
    {
        Assert.Contains($"ENV PORT={Lucky.Port}\n", Final, StringComparison.Ordinal);
        Assert.Contains($"ARG HEALTH_PATH={Assert.Single(Default("lhd:luckyHealthPath"))}\n", Final, StringComparison.Ordinal);
    }

    [Fact]
    public void Its_health_check_is_the_stack_s()
    {
        Assert.Contains(
            $"HEALTHCHECK --interval={ServiceDefaults.HealthInterval.TotalSeconds}s --timeout={ServiceDefaults.HealthTimeout.TotalSeconds}s "
            + $"--start-period={ServiceDefaults.HealthStartPeriod.TotalSeconds}s --retries={ServiceDefaults.HealthRetries}",
            Final,
            StringComparison.Ordinal);
        Assert.Contains(string.Join(' ', HealthCheck.Http(Lucky.Port, "/").Test.Skip(1).SkipLast(1)), Final, StringComparison.Ordinal);
    }

    [Fact]
    public void It_runs_as_an_unprivileged_user_who_cannot_change_it()
    {
        Assert.Contains("adduser -D -H -u 10001 lucky", Final, StringComparison.Ordinal);
        Assert.True(Final.IndexOf("\nUSER 10001\n", StringComparison.Ordinal) > Final.LastIndexOf("\nCOPY ", StringComparison.Ordinal));
        Assert.DoesNotContain("--chown", Final, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_base_image_has_a_version()
    {
        var bases = Text.Split('\n').Where(line => line.StartsWith("FROM ", StringComparison.Ordinal)).Select(line => line.Split(' ')[1]).ToList();

        Assert.Equal(["node:${NODE_VERSION}-alpine", "scratch", "crystallang/crystal:${CRYSTAL_VERSION}-alpine", "alpine:${ALPINE_VERSION}"], bases);
        Assert.DoesNotContain("_VERSION=latest", Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Secrets_and_git_history_stay_out_of_the_build()
    {
        var ignored = File.ReadAllLines(Repository.PathOf("templates", "lucky-app", ".dockerignore"));

        Assert.Superset(new HashSet<string> { ".git", ".env*", "node_modules", "lib" }, ignored.ToHashSet());
    }

    [Fact]
    public void What_the_tasks_compile_against_stays_in_the_build()
    {
        var ignored = File.ReadAllLines(Repository.PathOf("templates", "lucky-app", ".dockerignore")).ToList();

        // A new application's tasks/db/seed/sample_data.cr requires "../../../spec/support/factories/**". The last pattern that matches wins.
        Assert.True(ignored.IndexOf("!spec/support") > ignored.IndexOf("spec"));
    }

    [RequiresToolFact("shellcheck")]
    public async Task Its_commands_pass_shellcheck()
    {
        var commands = Text.Replace("\\\n", "").Split('\n').Where(line => line.StartsWith("RUN ", StringComparison.Ordinal)).Select(line => line[4..]).ToList();

        Assert.Equal(7, commands.Count);
        foreach (var command in commands)
            await Tool.AcceptAsync("shellcheck", command + "\n", "--shell=sh", "-");
    }

    private static IEnumerable<string> Default(string key)
    {
        var project = ResolvedPipeline.Mapping(new DeserializerBuilder().Build().Deserialize(File.ReadAllText(Repository.PathOf("Pulumi.yaml")))!);
        var value = ResolvedPipeline.Mapping(ResolvedPipeline.Mapping(project["config"])[key])["default"];
        return value is List<object> list ? list.Cast<string>() : [(string)value];
    }
}
