using Pulumi;

namespace Infra.Releases;

/// <summary>The question whether an earlier release can be gone back to, asked before code or database change.</summary>
public sealed class RollbackCheck : ComponentResource
{
    /// <summary>Declares the check.</summary>
    /// <param name="name">Name of the component.</param>
    /// <param name="target">Tag of the release to go back to.</param>
    /// <param name="job">What the job needs.</param>
    /// <param name="after">What must be done before.</param>
    /// <param name="options">Options of the component.</param>
    public RollbackCheck(string name, string target, ReleaseJob job, IEnumerable<Resource> after, ComponentResourceOptions? options = null)
        : base("lhd:releases:RollbackCheck", name, options)
    {
        Passed = job.Declare($"{name}-run", functions => RollbackScript.Check(job.Release, target, functions), this, after);
        RegisterOutputs();
    }

    /// <summary>Done when the release is known and can be gone back to.</summary>
    public Resource Passed { get; }
}
