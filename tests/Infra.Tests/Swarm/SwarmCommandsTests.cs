using System.Diagnostics;
using Infra.Compute;
using Infra.Settings;
using Infra.Swarm;
using Tests.Support;

namespace Infra.Tests.Swarm;

public class SwarmCommandsTests
{
    [Fact]
    public void The_first_manager_makes_a_swarm_unless_there_is_one() => Assert.Equal(
        """
        set -eu
        IFS= read -r address || [ -n "$address" ]
        state=$(docker info --format '{{.Swarm.LocalNodeState}}')
        case "$state" in
          active) ;;
          inactive)
            docker swarm init --advertise-addr "$address" --data-path-addr "$address" --listen-addr "$address:2377" \
              --default-addr-pool 172.24.0.0/14 --default-addr-pool-mask-length 24 >/dev/null
            # Unlike docker node inspect, docker node update does not know "self".
            docker node update --label-add lhd.swarm=true "$(docker info --format '{{.Swarm.NodeID}}')" >/dev/null
            ;;
          *)
            echo "this node's swarm is $state; it must be active or inactive" >&2
            exit 1
            ;;
        esac
        docker info --format '{{.Swarm.Cluster.ID}}'
        docker info --format '{{.Swarm.NodeID}}'

        """,
        SwarmCommands.Init);

    [Fact]
    public void A_node_joins_with_the_token_on_its_standard_input_unless_it_is_a_member() => Assert.Equal(
        """
        set -eu
        IFS= read -r address || [ -n "$address" ]
        IFS= read -r manager || [ -n "$manager" ]
        IFS= read -r token || [ -n "$token" ]
        state=$(docker info --format '{{.Swarm.LocalNodeState}}')
        case "$state" in
          active) ;;
          inactive)
            printf '{"JoinToken":"%s","AdvertiseAddr":"%s","DataPathAddr":"%s","ListenAddr":"%s:2377","RemoteAddrs":["%s:2377"]}' \
              "$token" "$address" "$address" "$address" "$manager" \
              | curl --silent --show-error --fail-with-body --unix-socket /var/run/docker.sock \
                --header 'Content-Type: application/json' --data-binary @- http://localhost/swarm/join >&2
            ;;
          *)
            echo "this node's swarm is $state; it must be active or inactive" >&2
            exit 1
            ;;
        esac
        docker info --format '{{.Swarm.NodeID}}'

        """,
        SwarmCommands.Join);

    [Theory]
    [InlineData(NodeRole.Manager, "docker swarm join-token --quiet manager\n")]
    [InlineData(NodeRole.Worker, "docker swarm join-token --quiet worker\n")]
    public void The_token_is_that_of_the_role(NodeRole role, string command) => Assert.Equal(command, SwarmCommands.JoinToken(role));

    [Fact]
    public void Every_label_is_set_whatever_it_was() => Assert.Equal(
        "set -eu\nIFS= read -r node || [ -n \"$node\" ]\ndocker node update --label-add data=true --label-add edge=false \"$node\" >/dev/null\n",
        SwarmCommands.Label([NodeLabels.Data], new Dictionary<string, string>()));

    [Fact]
    public void A_node_may_have_labels_of_its_own() => Assert.Equal(
        "set -eu\nIFS= read -r node || [ -n \"$node\" ]\ndocker node update --label-add data=false --label-add edge=false --label-add disk='ssd' \"$node\" >/dev/null\n",
        SwarmCommands.Label([], new Dictionary<string, string> { ["disk"] = "ssd" }));

    [Fact]
    public void Only_a_swarm_that_was_made_here_is_dissolved()
    {
        Assert.Contains($"--label-add {SwarmCommands.MadeHere}=true", SwarmCommands.Init, StringComparison.Ordinal);
        Assert.Contains($"index .Spec.Labels \"{SwarmCommands.MadeHere}\"", SwarmCommands.Dissolve, StringComparison.Ordinal);
    }

    [Fact]
    public void A_leaving_node_is_drained_before_it_is_removed() => Assert.Equal(
        """
        IFS= read -r node || [ -n "$node" ]
        timeout 30 docker node update --availability drain "$node" >/dev/null || true
        tries=0
        while [ "$tries" -lt 20 ] && [ -n "$(timeout 10 docker node ps --filter desired-state=running --quiet "$node" 2>/dev/null)" ]; do
          tries=$((tries + 1))
          sleep 3
        done
        timeout 30 docker node demote "$node" >/dev/null || true
        timeout 30 docker node rm --force "$node" >/dev/null || true

        """,
        SwarmCommands.Remove);

    [Theory]
    [InlineData("10.20.0.3\n10.20.0.2\nSWMTKN-1-x")]
    [InlineData("10.20.0.3\n10.20.0.2\nSWMTKN-1-x\n")]
    public async Task What_comes_in_by_standard_input_is_what_the_engine_is_told(string input)
    {
        const string engine = "docker() { case \"$*\" in *LocalNodeState*) echo inactive ;; *) echo joined ;; esac; }\ncurl() { cat; }\n";
        using var shell = Process.Start(new ProcessStartInfo("bash", ["-c", engine + SwarmCommands.Join])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        await shell.StandardInput.WriteAsync(input);
        shell.StandardInput.Close();

        Assert.Equal("joined\n", await shell.StandardOutput.ReadToEndAsync());
        Assert.Equal(
            """{"JoinToken":"SWMTKN-1-x","AdvertiseAddr":"10.20.0.3","DataPathAddr":"10.20.0.3","ListenAddr":"10.20.0.3:2377","RemoteAddrs":["10.20.0.2:2377"]}""",
            await shell.StandardError.ReadToEndAsync());
    }

    [RequiresToolFact("shellcheck")]
    public async Task Every_script_passes_shellcheck()
    {
        string[] scripts =
        [
            NodeSetup.AwaitFirstBoot,
            SwarmCommands.Init,
            SwarmCommands.Join,
            SwarmCommands.JoinToken(NodeRole.Worker),
            SwarmCommands.Label([], new Dictionary<string, string>()),
            SwarmCommands.Remove,
            SwarmCommands.Leave,
            SwarmCommands.Dissolve,
            SwarmCommands.AwaitNodes(3),
        ];
        foreach (var script in scripts)
            await Tool.AcceptAsync("shellcheck", script, "--shell=bash", "-");
    }
}
