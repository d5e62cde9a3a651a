namespace Preview.Planning;

/// <summary>The steps by parent: the stack at the root, siblings sorted by type and name.</summary>
/// <param name="steps">The steps in any order.</param>
public sealed class PlanForest(IReadOnlyList<PlanStep> steps)
{
    /// <summary>Every step after its parent, before its siblings that follow.</summary>
    public IEnumerable<PlanNode> DepthFirst()
    {
        var known = steps.Select(step => step.Urn).ToHashSet();
        var children = steps.ToLookup(step => known.Contains(step.Resource.Parent) ? step.Resource.Parent : "");
        var expanded = new HashSet<string>();
        var pending = new Stack<PlanNode>();
        Push(pending, children[""], []);
        while (pending.TryPop(out var node))
        {
            // What was replaced and waits for its deletion has the name of its replacement, and no children.
            var own = expanded.Add(node.Step.Urn) ? children[node.Step.Urn] : [];
            yield return node with { HasChildren = own.Any() };
            Push(pending, own, node.Ancestry);
        }
    }

    private static void Push(Stack<PlanNode> pending, IEnumerable<PlanStep> siblings, IReadOnlyList<bool> ancestry)
    {
        var sorted = siblings
            .OrderBy(step => step.Resource.Type, StringComparer.Ordinal)
            .ThenBy(step => step.Resource.Name, NaturalOrder.Instance)
            .ToList();
        for (var index = sorted.Count - 1; index >= 0; index--)
            pending.Push(new(sorted[index], [.. ancestry, index == sorted.Count - 1]));
    }
}

/// <summary>A step and its place in the tree.</summary>
/// <param name="Step">The step.</param>
/// <param name="Ancestry">From the root down to the step itself: whether each is the last of its siblings.</param>
/// <param name="HasChildren">Whether steps follow that belong to it.</param>
public sealed record PlanNode(PlanStep Step, IReadOnlyList<bool> Ancestry, bool HasChildren = false)
{
    /// <summary>Number of parents.</summary>
    public int Depth => Ancestry.Count - 1;
}
