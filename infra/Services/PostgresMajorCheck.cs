using Infra.Compute;
using Pulumi;

namespace Infra.Services;

/// <summary>
/// Asks on the data node, before anything is done to the running server, whether the server's major version fits the data there. The server
/// itself asks again whenever it starts.
/// </summary>
public sealed class PostgresMajorCheck : ComponentResource
{
    /// <summary>Declares the check.</summary>
    /// <param name="name">Name of the component.</param>
    /// <param name="node">The node that holds the data.</param>
    /// <param name="major">Major version of the server; another one means another check.</param>
    /// <param name="ready">Done when the data directory is there.</param>
    /// <param name="options">Options of the component.</param>
    public PostgresMajorCheck(string name, Node node, int major, IEnumerable<Resource> ready, ComponentResourceOptions? options = null)
        : base("lhd:services:PostgresMajorCheck", name, options)
    {
        Passed = NodeCommand.On(node, $"{name}-passed", new(PostgresGuard.CheckOnNode(major)), this, ready.ToList()).Resource;
        RegisterOutputs();
    }

    /// <summary>Done when the data are of this version, or prepared for it, or when there are none yet.</summary>
    public Resource Passed { get; }
}
