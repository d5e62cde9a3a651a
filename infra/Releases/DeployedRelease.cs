using System.Collections.Immutable;
using Infra.Compute;
using Pulumi;

namespace Infra.Releases;

/// <summary>What is deployed, since when, and from which commit; the swarm remembers it, so that it is known without the stack's state too.</summary>
public sealed class DeployedRelease : ComponentResource
{
    /// <summary>Declares the record.</summary>
    /// <param name="name">Name of the component.</param>
    /// <param name="job">The release.</param>
    /// <param name="image">Image whose code runs.</param>
    /// <param name="after">Done when the release is.</param>
    /// <param name="options">Options of the component.</param>
    public DeployedRelease(string name, ReleaseJob job, string image, IEnumerable<Resource> after, ComponentResourceOptions? options = null)
        : base("lhd:releases:DeployedRelease", name, options)
    {
        var release = job.Release;
        var since = NodeCommand.On(job.Manager, $"{name}-record", new(DeployedReleaseScript.Text(release.Running)), this, after.ToArray()).Stdout;
        Facts = since.Apply(text => new Dictionary<string, string>
        {
            ["release"] = release.Running,
            ["image"] = image,
            // A release is named after its commit.
            ["commit"] = release.Running,
            ["since"] = text.Trim(),
            ["mode"] = release.Mode.ToString().ToLowerInvariant(),
            ["newest"] = release.Newest,
        }.ToImmutableDictionary());
        RegisterOutputs();
    }

    /// <summary>
    /// The release that runs (<c>release</c>, <c>image</c>, <c>commit</c>), since when (<c>since</c>, UTC), how it came (<c>mode</c>), and the newest,
    /// which is another one after a rollback (<c>newest</c>).
    /// </summary>
    public Output<ImmutableDictionary<string, string>> Facts { get; }
}
