using Infra.Networking;
using Infra.Settings;

namespace Infra.Swarm;

/// <summary>Pure: the shell text of each step of a node's life in the swarm. Each may run again and then changes nothing.</summary>
public static class SwarmCommands
{
    /// <summary>Label of the manager on which <see cref="Init"/> made the swarm, and did not find one.</summary>
    public const string MadeHere = "lhd.swarm";

    private const string State = "state=$(docker info --format '{{.Swarm.LocalNodeState}}')";

    /// <summary>
    /// Makes the swarm, on the first manager, whose private address is on standard input: for its control and its data traffic. Prints the
    /// swarm's id, then the node's. What is not known before there are machines comes in by standard input, here and below, so that a preview
    /// shows the text.
    /// </summary>
    public static string Init { get; } =
        $$$"""
        set -eu
        {{{Read("address")}}}
        {{{State}}}
        case "$state" in
          active) ;;
          inactive)
            docker swarm init --advertise-addr "$address" --data-path-addr "$address" --listen-addr "$address:{{{SwarmPorts.Management.Port}}}" \
              --default-addr-pool {{{NetworkRanges.Overlays}}} --default-addr-pool-mask-length 24 >/dev/null
            # Unlike docker node inspect, docker node update does not know "self".
            docker node update --label-add {{{MadeHere}}}=true "$(docker info --format '{{.Swarm.NodeID}}')" >/dev/null
            ;;
          *)
            echo "this node's swarm is $state; it must be active or inactive" >&2
            exit 1
            ;;
        esac
        docker info --format '{{.Swarm.Cluster.ID}}'
        docker info --format '{{.Swarm.NodeID}}'

        """;

    /// <summary>Prints the secret with which a node of a role joins.</summary>
    public static string JoinToken(NodeRole role) => $"docker swarm join-token --quiet {Word(role)}\n";

    /// <summary>
    /// Joins the swarm. On standard input are the node's private address, a manager's, and the token, a line each (<see cref="JoinInput"/>).
    /// Prints the node's id. Through the engine's API, since the command line takes the token as an argument, which every process of the
    /// machine can read (docs.docker.com/reference/api/engine, SwarmJoin).
    /// </summary>
    public static string Join { get; } =
        $$$"""
        set -eu
        {{{Read("address")}}}
        {{{Read("manager")}}}
        {{{Read("token")}}}
        {{{State}}}
        case "$state" in
          active) ;;
          inactive)
            printf '{"JoinToken":"%s","AdvertiseAddr":"%s","DataPathAddr":"%s","ListenAddr":"%s:{{{SwarmPorts.Management.Port}}}","RemoteAddrs":["%s:{{{SwarmPorts.Management.Port}}}"]}' \
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

        """;

    /// <summary>What <see cref="Join"/> reads.</summary>
    /// <param name="address">The joining node's private address.</param>
    /// <param name="manager">Private address of a manager.</param>
    /// <param name="token">The secret with which the node joins.</param>
    public static string JoinInput(string address, string manager, string token) => $"{address}\n{manager}\n{token}";

    /// <summary>Sets each of our labels on the node on standard input to true or false, and the node's own, run on a manager.</summary>
    public static string Label(IReadOnlyCollection<string> labels, IReadOnlyDictionary<string, string> own)
    {
        var all = NodeLabels.All.Select(label => $"--label-add {label}={(labels.Contains(label) ? "true" : "false")}")
            .Concat(own.OrderBy(label => label.Key, StringComparer.Ordinal).Select(label => $"--label-add {label.Key}='{label.Value}'"));
        return $"set -eu\n{Read("node")}\ndocker node update {string.Join(' ', all)} \"$node\" >/dev/null\n";
    }

    /// <summary>
    /// Moves the tasks of the node on standard input elsewhere and takes it out of the swarm, run on a manager before the node leaves. Waits a
    /// minute at most.
    /// </summary>
    public static string Remove { get; } =
        $$"""
        {{Read("node")}}
        timeout 30 docker node update --availability drain "$node" >/dev/null || true
        tries=0
        while [ "$tries" -lt 20 ] && [ -n "$(timeout 10 docker node ps --filter desired-state=running --quiet "$node" 2>/dev/null)" ]; do
          tries=$((tries + 1))
          sleep 3
        done
        timeout 30 docker node demote "$node" >/dev/null || true
        timeout 30 docker node rm --force "$node" >/dev/null || true

        """;

    /// <summary>Leaves the swarm, on the node itself.</summary>
    public static string Leave => "timeout 60 docker swarm leave --force >/dev/null || true\n";

    /// <summary>Ends the swarm, on the manager that made it, if <see cref="Init"/> did: a swarm that was found is somebody else's too.</summary>
    public static string Dissolve { get; } =
        $$$"""
        if [ "$(timeout 10 docker node inspect --format '{{ index .Spec.Labels "{{{MadeHere}}}" }}' self 2>/dev/null)" = true ]; then
          timeout 60 docker swarm leave --force >/dev/null || true
        fi

        """;

    /// <summary>Waits up to two minutes until so many nodes are ready, run on a manager.</summary>
    public static string AwaitNodes(int count) =>
        $$$"""
        set -eu
        tries=0
        until [ "$(docker node ls --format '{{.Status}}' | grep -cx Ready)" -ge {{{count}}} ]; do
          tries=$((tries + 1))
          if [ "$tries" -gt 60 ]; then
            echo "fewer than {{{count}}} nodes are ready after 2 minutes:" >&2
            docker node ls >&2
            exit 1
          fi
          sleep 2
        done

        """;

    /// <summary>The last line may have no line feed.</summary>
    private static string Read(string variable) => $"IFS= read -r {variable} || [ -n \"${variable}\" ]";

    private static string Word(NodeRole role) => role.ToString().ToLowerInvariant();
}
