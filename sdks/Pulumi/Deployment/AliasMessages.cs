namespace Pulumi;

/// <summary>Describes a resource's former names to an engine that works out the URNs itself.</summary>
internal static class AliasMessages
{
    public static Pulumirpc.Alias Of(Alias alias, Waiting waiting)
    {
        AliasRules.Check(alias);
        if (alias.Urn is not null)
            return new Pulumirpc.Alias { Urn = alias.Urn };

        var spec = new Pulumirpc.Alias.Types.Spec
        {
            Name = Text(alias.Name, waiting),
            Type = Text(alias.Type, waiting),
            Stack = Text(alias.Stack, waiting),
            Project = Text(alias.Project, waiting),
        };
        if (alias.Parent is not null)
            spec.ParentUrn = waiting.For(alias.Parent.Urn).Value ?? "";
        else if (alias.ParentUrn is not null)
            spec.ParentUrn = Text(alias.ParentUrn, waiting);
        else
            spec.NoParent = alias.NoParent;
        return new Pulumirpc.Alias { Spec = spec };
    }

    private static string Text(Input<string>? input, Waiting waiting)
    {
        if (input is null)
            return "";
        var data = waiting.For(input.ToOutput());
        return data.IsKnown ? data.Value ?? "" : "";
    }
}
