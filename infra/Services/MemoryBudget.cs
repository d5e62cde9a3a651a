using Infra.Settings;

namespace Infra.Services;

/// <summary>
/// Whether the services' reserved memory fits the nodes. The scheduler leaves a task pending for ever when it does not, so it is
/// reckoned before anything is created: on the node with the data volume, and on all nodes together.
/// </summary>
public static class MemoryBudget
{
    /// <summary>What does not fit.</summary>
    /// <param name="specs">All services.</param>
    /// <param name="size">Name of the nodes' size.</param>
    /// <param name="capacity">What one node has; null when that is not known; nothing can be said then, nor without nodes.</param>
    /// <param name="nodes">Number of nodes.</param>
    public static IEnumerable<SettingsProblem> Problems(IReadOnlyList<ServiceSpec> specs, string size, NodeCapacity? capacity, int nodes)
    {
        if (capacity is null || nodes == 0)
            yield break;
        var perNode = (int)(capacity.MemoryMiB * NodeCapacity.Reservable);
        var pinned = specs.Where(spec => spec.Mode.IsGlobal || spec.Placement.Constraints.Contains("node.labels.data == true")).Sum(spec => spec.Resources.ReservedMemoryMiB);
        if (pinned > perNode)
            yield return Problem($"services on the data node reserve {pinned} MiB, but {size} has {perNode} MiB for them");
        var all = specs.Sum(spec => spec.Resources.ReservedMemoryMiB * (spec.Mode.Replicas ?? nodes));
        if (all > perNode * nodes)
            yield return Problem($"all services reserve {all} MiB, but {nodes} x {size} have {perNode * nodes} MiB for them");
        if (specs.Where(spec => spec.Resources.ReservedMemoryMiB > perNode).MaxBy(spec => spec.Resources.ReservedMemoryMiB) is { } large && pinned <= perNode)
            yield return Problem($"{large.Name} reserves {large.Resources.ReservedMemoryMiB} MiB, more than a node {size} has for it");
    }

    private static SettingsProblem Problem(string why) => new("nodeSize", why, "choose a larger size, more nodes or fewer replicas, or lower a memory limit")
    {
        Inputs =
        [
            .. NodeSettings.Counted, .. MonitoringSettings.Switches, BackupSettings.Switch, PortainerSettings.Switch, "postgres",
            .. new[] { "postgresMemory", "hasuraMemory", "hasuraReplicas", "luckyMemory", "luckyReplicas", "prometheusMemory", "grafanaMemory" },
            .. new[] { "memory", "reservedMemory", "replicas", "placement" }.Select(key => $"{ServiceListSettings.Key}[*].{key}"),
        ],
    };
}
