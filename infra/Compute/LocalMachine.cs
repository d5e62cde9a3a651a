using Infra.Settings;
using Pulumi;

namespace Infra.Compute;

/// <summary>The machine that the program runs on as the one node of a swarm, through the socket of its Docker Engine.</summary>
public static class LocalMachine
{
    /// <summary>Its address for itself: nobody else joins its swarm.</summary>
    public const string Address = "127.0.0.1";

    private const string Ready =
        """
        if ! docker info --format '{{.ServerVersion}}'; then
          echo 'the Docker Engine of this machine does not answer: start it, or see https://docs.docker.com/get-started/get-docker' >&2
          exit 1
        fi

        """;

    /// <summary>The node.</summary>
    public static Node Describe() => new(
        new NodeName(NodeRole.Manager, 0), Output.Create(Address), Output.Create(Address), Connection: null, HostKey: Output.Create(""), Host: null)
    {
        ReadyScript = Ready,
        HoldsData = true,
        IsEdge = true,
    };
}
