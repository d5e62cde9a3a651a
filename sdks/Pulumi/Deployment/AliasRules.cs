namespace Pulumi;

/// <summary>What may be said together in an alias.</summary>
internal static class AliasRules
{
    public static void Check(Alias alias)
    {
        var parents = Count(alias.Parent is not null, alias.ParentUrn is not null, alias.NoParent);
        if (parents > 1)
            throw new ArgumentException("An alias has one former parent: give only one of Parent, ParentUrn and NoParent.", nameof(alias));
        if (alias.Urn is not null && (parents > 0 || alias.Name is not null || alias.Type is not null || alias.Stack is not null || alias.Project is not null))
            throw new ArgumentException("An alias that is a whole Urn has no other parts: give either Urn or the parts that changed.", nameof(alias));
    }

    private static int Count(params ReadOnlySpan<bool> given)
    {
        var count = 0;
        foreach (var one in given)
            count += one ? 1 : 0;
        return count;
    }
}
