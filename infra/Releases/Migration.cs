using Pulumi;

namespace Infra.Releases;

/// <summary>
/// The migrations of a release, run once by a one-shot job with the release's own image. A preview shows that they would run and runs nothing.
/// </summary>
public sealed class Migration : ComponentResource
{
    /// <summary>Declares the migrations.</summary>
    /// <param name="name">Name of the component.</param>
    /// <param name="job">What the job needs.</param>
    /// <param name="after">What must be done before, such as Postgres's roles, or the update of the code.</param>
    /// <param name="options">Options of the component.</param>
    public Migration(string name, ReleaseJob job, IEnumerable<Resource> after, ComponentResourceOptions? options = null)
        : base("lhd:releases:Migration", name, options)
    {
        Done = job.Declare($"{name}-run", functions => MigrationScript.Text(job.Release, functions), this, after);
        RegisterOutputs();
    }

    /// <summary>Done when the release's migrations have run.</summary>
    public Resource Done { get; }
}
