namespace Pulumi;

/// <summary>Spells out a resource's former URNs, for an engine that cannot work them out: those of the resource, and those that follow from its parents'.</summary>
internal static class AliasUrns
{
    public static IReadOnlyList<string> Of(Resource resource, Waiting waiting)
    {
        var (name, type) = (resource.GetResourceName(), resource.GetResourceType());
        var own = new List<string>();
        foreach (var alias in resource.Aliases)
            Add(own, Own(resource, waiting.For(alias.ToOutput()), waiting));
        if (resource.Parent is not { } parent)
            return own;

        var urns = new List<string>(own);
        foreach (var parentUrn in Of(parent, waiting))
        {
            Add(urns, Inherited(name, type, parent.GetResourceName(), parentUrn, waiting));
            foreach (var urn in own)
                Add(urns, Inherited(Urn.Name(urn), Urn.Type(urn), parent.GetResourceName(), parentUrn, waiting));
        }

        return urns;
    }

    private static void Add(List<string> urns, string? urn)
    {
        if (urn is not null && !urns.Contains(urn))
            urns.Add(urn);
    }

    private static string? Own(Resource resource, OutputData<Alias> alias, Waiting waiting)
    {
        if (alias is not { IsKnown: true, Value: { } given })
            return null;

        AliasRules.Check(given);
        if (given.Urn is not null)
            return given.Urn;

        var hasParent = given.Parent is not null || given.ParentUrn is not null || given.NoParent;
        var urn = Urn.Create(
            given.Name ?? resource.GetResourceName(),
            given.Type ?? resource.GetResourceType(),
            hasParent ? given.Parent : resource.Parent,
            given.ParentUrn,
            given.Project,
            given.Stack);
        return waiting.For(urn).Value;
    }

    /// <summary>A child that is named after its parent was named after its parent's former name.</summary>
    private static string? Inherited(string name, string type, string parentName, string parentUrn, Waiting waiting)
    {
        var former = name.StartsWith(parentName, StringComparison.Ordinal) ? Urn.Name(parentUrn) + name[parentName.Length..] : name;
        return waiting.For(Urn.Create(former, type, parentUrn: parentUrn)).Value;
    }
}
