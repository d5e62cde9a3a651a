using Preview.Engine;

namespace Preview.Planning;

/// <summary>
/// Programs register resources in an order that changes from run to run. A plan has one order: as in the tree by type and name,
/// but never before a parent, a provider or a dependency.
/// </summary>
public static class StepOrder
{
    /// <summary>Sorts steps.</summary>
    public static IReadOnlyList<PlanStep> Sort(IReadOnlyList<PlanStep> steps)
    {
        var tree = new PlanForest(steps).DepthFirst().Select(node => node.Step).ToList();
        var ranks = tree.Index().ToDictionary(entry => entry.Item.Urn, entry => entry.Index);
        var waiting = new int[tree.Count];
        var followers = tree.Select(_ => new List<int>()).ToArray();
        foreach (var (rank, step) in tree.Index())
        {
            foreach (var predecessor in Predecessors(step).Where(ranks.ContainsKey).Select(urn => ranks[urn]).Distinct())
            {
                followers[predecessor].Add(rank);
                waiting[rank]++;
            }
        }

        return Release(tree, waiting, followers);
    }

    private static List<PlanStep> Release(List<PlanStep> tree, int[] waiting, List<int>[] followers)
    {
        var ready = new PriorityQueue<int, int>(Enumerable.Range(0, tree.Count).Where(rank => waiting[rank] == 0).Select(rank => (rank, rank)));
        var sorted = new List<PlanStep>(tree.Count);
        while (ready.TryDequeue(out var rank, out _))
        {
            sorted.Add(tree[rank]);
            foreach (var follower in followers[rank])
            {
                if (--waiting[follower] == 0)
                    ready.Enqueue(follower, follower);
            }
        }

        return sorted;
    }

    private static IEnumerable<string> Predecessors(PlanStep step) =>
        [step.Resource.Parent, ProviderReference.UrnOf(step.Resource.Provider), .. step.Resource.Dependencies];
}
