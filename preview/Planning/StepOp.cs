namespace Preview.Planning;

/// <summary>What an update would do with a resource, by Pulumi's names.</summary>
public enum StepOp
{
    /// <summary>Make it.</summary>
    Create,

    /// <summary>Adopt one that exists.</summary>
    Import,

    /// <summary>Look one up that exists, and leave it alone.</summary>
    Read,

    /// <summary>Change it in place.</summary>
    Update,

    /// <summary>Make another one and delete this one.</summary>
    Replace,

    /// <summary>Delete it.</summary>
    Delete,

    /// <summary>Forget one that was only looked up.</summary>
    Discard,

    /// <summary>Forget one that was deleted for a replacement that was never made.</summary>
    RemovePendingReplace,

    /// <summary>Leave it as it is.</summary>
    Same,
}
