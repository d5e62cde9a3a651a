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
}
