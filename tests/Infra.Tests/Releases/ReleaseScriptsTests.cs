using Infra.Releases;
using Infra.Settings;
using Tests.Support;

namespace Infra.Tests.Releases;

public class ReleaseScriptsTests
{
    private static readonly ReleaseSettings Release = Samples.Settings("staging").Release;

    private static readonly string Functions =
        JobScript.Functions("registry.example.com/shop/lucky:1a2b3c4d", "1a2b3c4d", ["--network=n1", "--env=GREETING=it's"], 30);

    [RequiresToolFact("shellcheck")]
    public async Task Every_script_passes_shellcheck()
    {
        string[] scripts =
        [
            MigrationScript.Text(Release, Functions),
            RollbackScript.Check(Release, "0a0b0c0d", Functions),
            RollbackScript.Run(Release, "0a0b0c0d", Functions),
            DeployedReleaseScript.Text("1a2b3c4d"),
        ];
        foreach (var script in scripts)
            await Tool.AcceptAsync("shellcheck", script, "--shell=sh", "-");
    }

    [Fact]
    public void A_job_has_one_name_whatever_it_does_and_options_survive_the_shell() => Assert.Contains(
        """
          docker service create --detach --quiet --name "$job" --label "lhd.release=$release" --label "lhd.task=$1" \
            --network=n1 \
            '--env=GREETING=it'\''s' \
            registry.example.com/shop/lucky:1a2b3c4d /bin/sh -euc "$2" >/dev/null
        """,
        Functions,
        StringComparison.Ordinal);

    [Fact]
    public void A_rollback_appends_the_version_that_the_swarm_remembers() => Assert.Contains(
        """run_job "rollback-$target" './run_task db.rollback_to '"$version"'""",
        RollbackScript.Run(Release, "0a0b0c0d", Functions),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("postgres://app_blue:long-password@postgres:5432/app", "postgres://app_blue:long-password@postgres:5432/app\nlong-password\n")]
    [InlineData("unused", "")]
    [InlineData("first-of-two-lines\nsecond-line", "first-of-two-lines\nsecond-line\n")]
    public void What_must_be_hidden_is_a_secret_and_the_password_in_it(string secret, string lines) => Assert.Equal(lines, LogMasks.Text([secret]));
}
