using Infra.Compute;
using Tests.Support;

namespace Infra.Tests.Compute;

/// <summary>
/// What makes a host ready, run for real: apt, sudo and the engine are this system's, on a throw-away host made of it, and Docker's apt repository is
/// one with another key and this system's programs (<c>ExistingHost</c>). systemd is the stand-in of the machines in <c>tests/EndToEnd</c>.
/// </summary>
public class HostInstallTests
{
    private const string Held = "containerd.io\ndocker-ce\ndocker-ce-cli\n";

    private const string Versions =
        $"containerd.io\t2.0.0-1\ndocker-ce\t5:{DockerEngine.Version}-1~ubuntu.24.04~noble\ndocker-ce-cli\t5:{DockerEngine.Version}-1~ubuntu.24.04~noble\n";

    [RequiresHostFact]
    public async Task Docker_is_installed_in_the_pinned_version_and_a_second_run_changes_nothing() => Assert.Equal(
        $"engine\n{Versions}{Held}json-file\ndeploy docker\nengine\nnothing else\n",
        await TellAsync(
            """
            without_docker
            ready
            dpkg-query --show containerd.io docker-ce docker-ce-cli
            apt-mark showhold
            login 'docker info --format "{{.LoggingDriver}}"; id --name --groups'
            changed
            ready
            changed
            echo nothing else
            """));

    [RequiresHostFact]
    public async Task A_repository_with_another_key_than_Dockers_is_refused_and_not_added() => Assert.Equal(
        "refused\nthe key of Docker's apt repository is not the expected one: 1 theirs\n",
        await TellAsync(
            """
            without_docker
            login "$(cat /srv/script)" >/srv/said || echo refused
            tail -n 1 /srv/said | sed "s/$(cat /srv/fingerprint)/theirs/"
            find /etc/apt/sources.list.d /etc/apt/keyrings -type f
            """));

    [RequiresHostFact]
    public async Task An_installation_that_was_interrupted_is_completed() => Assert.Equal(
        $"engine\n{Versions}{Held}",
        await TellAsync(
            """
            without_docker
            mv /srv/site/linux/ubuntu/pool/docker-ce_* /srv/
            ! ready >/dev/null
            dpkg --install /srv/site/linux/ubuntu/pool/docker-ce-cli_29* >/dev/null
            mv /srv/docker-ce_* /srv/site/linux/ubuntu/pool/
            ready
            dpkg-query --show containerd.io docker-ce docker-ce-cli
            apt-mark showhold
            """.Replace("_29", $"_{DockerEngine.Version}", StringComparison.Ordinal)));

    [RequiresHostFact]
    public async Task An_engine_that_is_there_stays_and_the_account_may_use_it_from_then_on() => Assert.Equal(
        "engine\n/etc/group\n/etc/gshadow\nengine\n",
        await TellAsync(
            """
            systemctl enable --now docker.service
            ! login 'docker info' >/dev/null
            changed
            ready
            changed | grep --invert-match --extended-regexp -e '-$' | grep /etc/ | grep --invert-match -x /etc
            login 'docker info --format "{{.ServerVersion}}"' | sed "s/^$engine\$/engine/"
            """));

    [RequiresHostFact]
    public async Task An_engine_that_does_not_answer_is_said_to_and_nothing_is_changed() => Assert.Equal(
        "Docker does not answer deploy: start it, and add the account to the group docker or give it sudo without a password\n",
        await TellAsync("changed\n! ready | tail -n 1\nchanged"));

    private static async Task<string> TellAsync(string story)
    {
        var here = Path.Combine(AppContext.BaseDirectory, "Compute", "ExistingHost", "existing-host");
        var result = await Tool.RunAsync("bash", here, HostScripts.Ready("box-1"), DockerEngine.Version, story);
        Assert.True(result.ExitCode == 0, result.Output);
        return result.Output;
    }
}
