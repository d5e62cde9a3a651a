namespace Preview.Rendering;

/// <summary>Which inputs the tree shows.</summary>
public enum InputDetail
{
    /// <summary>None: resources only.</summary>
    None,

    /// <summary>Those that a reviewer looks for, on a few lines.</summary>
    Key,

    /// <summary>All, in full.</summary>
    All,
}
