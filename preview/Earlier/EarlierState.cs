namespace Preview.Earlier;

/// <summary>What a file of earlier days is.</summary>
public enum EarlierKind
{
    /// <summary>The state of a stack: what exists.</summary>
    State,

    /// <summary>A plan of this preview: what was declared then.</summary>
    Plan,
}

/// <summary>A stack at an earlier time.</summary>
/// <param name="FileName">Name of the file, without its folder.</param>
/// <param name="Kind">What the file is.</param>
/// <param name="Resources">The resources, parents before their children.</param>
/// <param name="Interrupted">URNs of resources whose last operation did not end.</param>
public sealed record EarlierState(
    string FileName, EarlierKind Kind, IReadOnlyList<EarlierResource> Resources, IReadOnlyList<string> Interrupted)
{
    /// <summary>What the file is, for a reader.</summary>
    public string Description => Kind == EarlierKind.State ? $"the state in {FileName}" : $"the plan in {FileName}";
}
