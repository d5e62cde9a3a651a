using Infra.Networking;
using Infra.Settings;

namespace Infra.Swarm;

/// <summary>Pure: the shell text of each step of a node's life in the swarm. Each may run again and then changes nothing.</summary>
public static class SwarmCommands
{
    /// <summary>Label of the manager on which <see cref="Init"/> made the swarm, and did not find one.</summary>
    public const string MadeHere = "lhd.swarm";

    private const string State = "state=$(docker info --format '{{.Swarm.LocalNodeState}}')";

    /// <summary>Makes the swarm, on the first manager. Prints the swarm's id, then the node's.</summary>
    /// <param name="address">The manager's private address, for its control and its data traffic.</param>
    public static string Init(string address) =>
        $$$"""
        set -eu
        {{{State}}}
        case "$state" in
          active) ;;
          inactive)
            docker swarm init --advertise-addr {{{address}}} --data-path-addr {{{address}}} --listen-addr {{{Management(address)}}} \
              --default-addr-pool {{{NetworkRanges.Overlays}}} --default-addr-pool-mask-length 24 >/dev/null
            docker node update --label-add {{{MadeHere}}}=true self >/dev/null
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
    /// Joins the swarm with the token on standard input. Prints the node's id. Through the engine's API, since the command line takes the token
    /// as an argument, which every process of the machine can read (docs.docker.com/reference/api/engine, SwarmJoin).
    /// </summary>
    /// <param name="address">The joining node's private address.</param>
    /// <param name="manager">Private address of a manager.</param>
    public static string Join(string address, string manager) =>
        $$$"""
        set -eu
        IFS= read -r token || [ -n "$token" ]
        {{{State}}}
        case "$state" in
          active) ;;
          inactive)
            printf '{"JoinToken":"%s","AdvertiseAddr":"{{{address}}}","DataPathAddr":"{{{address}}}","ListenAddr":"{{{Management(address)}}}","RemoteAddrs":["{{{Management(manager)}}}"]}' "$token" \
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

    /// <summary>Sets each of our labels on a node to true or false, and the node's own, run on a manager.</summary>
    public static string Label(string nodeId, IReadOnlyCollection<string> labels, IReadOnlyDictionary<string, string> own)
    {
        var all = NodeLabels.All.Select(label => $"--label-add {label}={(labels.Contains(label) ? "true" : "false")}")
            .Concat(own.OrderBy(label => label.Key, StringComparer.Ordinal).Select(label => $"--label-add {label.Key}='{label.Value}'"));
        return $"docker node update {string.Join(' ', all)} {nodeId} >/dev/null\n";
    }

    /// <summary>Moves a node's tasks elsewhere and takes it out of the swarm, run on a manager before the node leaves. Waits a minute at most.</summary>
    public static string Remove(string nodeId) =>
        $$"""
        timeout 30 docker node update --availability drain {{nodeId}} >/dev/null || true
        tries=0
        while [ "$tries" -lt 20 ] && [ -n "$(timeout 10 docker node ps --filter desired-state=running --quiet {{nodeId}} 2>/dev/null)" ]; do
          tries=$((tries + 1))
          sleep 3
        done
        timeout 30 docker node demote {{nodeId}} >/dev/null || true
        timeout 30 docker node rm --force {{nodeId}} >/dev/null || true

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

    private static string Management(string address) => $"{address}:{SwarmPorts.Management.Port}";

    private static string Word(NodeRole role) => role.ToString().ToLowerInvariant();
}
