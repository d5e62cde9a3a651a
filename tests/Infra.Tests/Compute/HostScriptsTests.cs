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

    [RequiresRootFact("unshare", "sudo")]
    public async Task Directories_for_data_are_made_once_and_keep_what_is_in_them()
    {
        var script = HostScripts.DataDirectories([new("postgres", 999), new("prometheus", 65534)]);
        const string Look = "find /mnt/data -printf '%P %m %U:%G\n' | sort";

        var result = await InNamespaceAsync($"({script})\necho 16 >/mnt/data/postgres/PG_VERSION\n{Look} >/tmp/first\n({script})\n{Look} | diff /tmp/first - && cat /tmp/first /mnt/data/postgres/PG_VERSION");

        Assert.Equal(
            """
             755 0:0
            postgres 700 999:999
            postgres/.on-data-volume 644 0:0
            postgres/PG_VERSION 644 0:0
            prometheus 700 65534:65534
            prometheus/.on-data-volume 644 0:0
            16

            """,
            result.Output);
    }

    [RequiresRootFact("unshare", "sudo")]
    public async Task A_host_without_an_engine_that_is_no_Ubuntu_is_left_as_it_is()
    {
        // Nothing of the path has Docker in it.
        var result = await InNamespaceAsync($"mkdir /tmp/bin\nfor name in hostname grep sudo; do ln -s \"$(command -v $name)\" /tmp/bin/; done\necho ID=debian >/tmp/release\nmount --bind /tmp/release /etc/os-release\nPATH=/tmp/bin\n{HostScripts.Ready(Environment.MachineName)}");

        Assert.Equal(1, result.ExitCode);
        Assert.Equal(
            """
            there is no Docker here, and it can be installed only on Ubuntu by a user who has sudo without a password:
            install it by hand, https://docs.docker.com/engine/install

            """,
            result.Output);
    }

    /// <summary>Runs a script as root where <c>/mnt</c> and <c>/tmp</c> are its own.</summary>
    private static Task<ToolResult> InNamespaceAsync(string script) =>
        Tool.RunAsync("unshare", ["--mount", "--", "sh", "-c", $"set -eu\nmount -t tmpfs tmpfs /mnt\nmount -t tmpfs tmpfs /tmp\numask 022\n{script}"], "/", "");

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
