using Pulumi;

namespace Infra.Releases;

/// <summary>The way of the database back to the last migration of an earlier release, undone by the newest release's image.</summary>
public sealed class Rollback : ComponentResource
{
    /// <summary>Declares the way back.</summary>
    /// <param name="name">Name of the component.</param>
    /// <param name="target">Tag of the release to go back to.</param>
    /// <param name="job">What the job needs.</param>
    /// <param name="after">What must be done before: the check, and after an additive release the code.</param>
    /// <param name="options">Options of the component.</param>
    public Rollback(string name, string target, ReleaseJob job, IEnumerable<Resource> after, ComponentResourceOptions? options = null)
        : base("lhd:releases:Rollback", name, options)
    {
        Done = job.Declare($"{name}-run", functions => RollbackScript.Run(job.Release, target, functions), this, after);
        RegisterOutputs();
    }

    /// <summary>Done when the database is where the release left it.</summary>
    public Resource Done { get; }
}
