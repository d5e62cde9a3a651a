namespace Preview.Rendering;

/// <summary>Forms in which a plan is printed.</summary>
public enum PlanFormat
{
    /// <summary>A tree, for a terminal.</summary>
    Tree,

    /// <summary>JSON in the shape of <c>pulumi preview --json</c>.</summary>
    Json,

    /// <summary>Markdown for a note on a merge request.</summary>
    Markdown,
}
