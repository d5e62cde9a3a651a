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
        state=$(docker info --format '{{.Swarm.LocalNodeState}}')
        case "$state" in
          active) ;;
          inactive)
            docker swarm init --advertise-addr 10.20.0.2 --data-path-addr 10.20.0.2 --listen-addr 10.20.0.2:2377 \
              --default-addr-pool 172.24.0.0/14 --default-addr-pool-mask-length 24 >/dev/null
            docker node update --label-add lhd.swarm=true self >/dev/null
            ;;
          *)
            echo "this node's swarm is $state; it must be active or inactive" >&2
            exit 1
            ;;
        esac
        docker info --format '{{.Swarm.Cluster.ID}}'
        docker info --format '{{.Swarm.NodeID}}'

        """,
        SwarmCommands.Init("10.20.0.2"));

    [Fact]
    public void A_node_joins_with_the_token_on_its_standard_input_unless_it_is_a_member() => Assert.Equal(
        """
        set -eu
        IFS= read -r token || [ -n "$token" ]
        state=$(docker info --format '{{.Swarm.LocalNodeState}}')
        case "$state" in
          active) ;;
          inactive)
            printf '{"JoinToken":"%s","AdvertiseAddr":"10.20.0.3","DataPathAddr":"10.20.0.3","ListenAddr":"10.20.0.3:2377","RemoteAddrs":["10.20.0.2:2377"]}' "$token" \
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
        SwarmCommands.Join("10.20.0.3", "10.20.0.2"));

    [Theory]
    [InlineData(NodeRole.Manager, "docker swarm join-token --quiet manager\n")]
    [InlineData(NodeRole.Worker, "docker swarm join-token --quiet worker\n")]
    public void The_token_is_that_of_the_role(NodeRole role, string command) => Assert.Equal(command, SwarmCommands.JoinToken(role));

    [Fact]
    public void Every_label_is_set_whatever_it_was() => Assert.Equal(
        "docker node update --label-add data=true --label-add edge=false x1 >/dev/null\n",
        SwarmCommands.Label("x1", [NodeLabels.Data], new Dictionary<string, string>()));

    [Fact]
    public void A_node_may_have_labels_of_its_own() => Assert.Equal(
        "docker node update --label-add data=false --label-add edge=false --label-add disk='ssd' x1 >/dev/null\n",
        SwarmCommands.Label("x1", [], new Dictionary<string, string> { ["disk"] = "ssd" }));

    [Fact]
    public void Only_a_swarm_that_was_made_here_is_dissolved()
    {
        Assert.Contains($"--label-add {SwarmCommands.MadeHere}=true", SwarmCommands.Init("10.20.0.2"), StringComparison.Ordinal);
        Assert.Contains($"index .Spec.Labels \"{SwarmCommands.MadeHere}\"", SwarmCommands.Dissolve, StringComparison.Ordinal);
    }

    [Fact]
    public void A_leaving_node_is_drained_before_it_is_removed() => Assert.Equal(
        """
        timeout 30 docker node update --availability drain x1 >/dev/null || true
        tries=0
        while [ "$tries" -lt 20 ] && [ -n "$(timeout 10 docker node ps --filter desired-state=running --quiet x1 2>/dev/null)" ]; do
          tries=$((tries + 1))
          sleep 3
        done
        timeout 30 docker node demote x1 >/dev/null || true
        timeout 30 docker node rm --force x1 >/dev/null || true

        """,
        SwarmCommands.Remove("x1"));

    [RequiresToolFact("shellcheck")]
    public async Task Every_script_passes_shellcheck()
    {
        string[] scripts =
        [
            NodeSetup.AwaitFirstBoot,
            SwarmCommands.Init("10.20.0.2"),
            SwarmCommands.Join("10.20.0.3", "10.20.0.2"),
            SwarmCommands.JoinToken(NodeRole.Worker),
            SwarmCommands.Label("x1", [], new Dictionary<string, string>()),
            SwarmCommands.Remove("x1"),
            SwarmCommands.Leave,
            SwarmCommands.Dissolve,
            SwarmCommands.AwaitNodes(3),
        ];
        foreach (var script in scripts)
            await Tool.AcceptAsync("shellcheck", script, "--shell=bash", "-");
    }
}
