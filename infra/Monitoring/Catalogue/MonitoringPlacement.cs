using Infra.Services;
using Infra.Swarm;

namespace Infra.Monitoring.Catalogue;

/// <summary>Where the monitoring services with data run.</summary>
public static class MonitoringPlacement
{
    /// <summary>The node of the data volume: it is one node, and the same one for life.</summary>
    public static Placement OneNode { get; } = Placement.Labelled(NodeLabels.Data, "true");
}
