using Infra.Compute;
using Tests.Support;

namespace Infra.Tests.Compute;

public class HostScriptsTests
{
    [RequiresToolFact("shellcheck")]
    public async Task Every_script_passes_shellcheck()
    {
        foreach (var script in new[] { HostScripts.Ready("box-1"), HostScripts.DataDirectories([new("postgres", 999)]), LocalMachine.Describe().ReadyScript })
            await Tool.AcceptAsync("shellcheck", script, "--shell=sh", "-");
    }

    [Fact]
    public void An_engine_that_is_there_keeps_its_configuration() =>
        Assert.Contains("[ -e /etc/docker/daemon.json ] || sudo install", HostScripts.Ready("box-1"), StringComparison.Ordinal);

    [Fact]
    public async Task Another_host_than_the_one_that_was_meant_is_refused()
    {
        var result = await Tool.RunAsync("sh", ["-c", HostScripts.Ready("some-other-host")], Path.GetTempPath(), "");

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("this host calls itself ", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Data_are_below_the_mount_point_and_belong_to_their_service() => Assert.Equal(
        """
        set -eu
        target=/mnt/data
        sudo install -d -m 0755 "$target"
        sudo install -d -m 0700 -o 999 -g 999 "$target/postgres"
        sudo touch "$target/postgres/.on-data-volume"

        """,
        HostScripts.DataDirectories([new("postgres", 999)]));
}
