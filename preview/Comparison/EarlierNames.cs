using System.Collections.Concurrent;
using Preview.Earlier;
using Preview.Engine;

namespace Preview.Comparison;

/// <summary>
/// Finds what a declared resource was before: by its URN, by its aliases, or by those of its parent, which its children inherit as in
/// <c>generateAliases</c> (https://github.com/pulumi/pulumi/blob/master/pkg/resource/deploy/step_generator.go). Safe for concurrent use.
/// </summary>
public sealed class EarlierNames
{
    private readonly Dictionary<string, EarlierResource> _resources;
    private readonly ConcurrentDictionary<string, string> _oldNames = new();

    /// <summary>Names of a state. What is only waiting for its deletion can be nothing's past.</summary>
    public EarlierNames(EarlierState state) =>
        _resources = state.Resources.Where(resource => !resource.PendingDelete).GroupBy(resource => resource.Urn).ToDictionary(group => group.Key, group => group.Last());

    /// <summary>What no declared resource was before.</summary>
    public IEnumerable<EarlierResource> Unclaimed
    {
        get
        {
            var claimed = _oldNames.Values.ToHashSet();
            return _resources.Values.Where(resource => !claimed.Contains(resource.Urn));
        }
    }

    /// <summary>What a resource was, or null when it is new. It is then claimed.</summary>
    public EarlierResource? Claim(Registration resource)
    {
        foreach (var urn in Candidates(resource))
        {
            if (!_resources.TryGetValue(urn, out var found))
                continue;

            _oldNames[resource.Urn] = urn;
            return found;
        }

        return null;
    }

    /// <summary>The URN that a resource of the program had before; its own when it is new or had the same.</summary>
    public string OldName(string urn) => _oldNames.GetValueOrDefault(urn, urn);

    private IEnumerable<string> Candidates(Registration resource)
    {
        string[] own = [resource.Urn, .. resource.Options.Aliases];
        var parent = OldName(resource.Parent);
        return parent == resource.Parent
            ? own
            : own.Concat(own.Select(urn => Urn.Create(
                Urn.Stack(parent), Urn.Project(parent), parent, Urn.Type(urn), Renamed(Urn.Name(urn), Urn.Name(resource.Parent), Urn.Name(parent)))));
    }

    // A child that is named after its parent was so before.
    private static string Renamed(string name, string parent, string oldParent) =>
        name.StartsWith(parent, StringComparison.Ordinal) ? oldParent + name[parent.Length..] : name;
}
