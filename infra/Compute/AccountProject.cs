using Pulumi;
using Pulumi.DigitalOcean;

namespace Infra.Compute;

/// <summary>The project in the DigitalOcean account that shows an environment's machines, volume and address together.</summary>
public sealed class AccountProject : ComponentResource
{
    /// <summary>Declares the project.</summary>
    /// <param name="name">Name of the component.</param>
    /// <param name="environment">Name of the environment.</param>
    /// <param name="stage">What DigitalOcean calls the kind of environment: Development, Staging or Production.</param>
    /// <param name="urns">What belongs to it.</param>
    /// <param name="options">Options of the component.</param>
    public AccountProject(
        string name,
        string environment,
        string stage,
        IEnumerable<Output<string>> urns,
        ComponentResourceOptions? options = null)
        : base("lhd:compute:AccountProject", name, options)
    {
        _ = new Project($"{name}-resources", new()
        {
            Name = environment,
            Description = $"{environment}, managed by Pulumi",
            Purpose = "Web Application",
            Environment = stage,
            Resources = urns.ToArray(),
        }, new() { Parent = this });
        RegisterOutputs();
    }
}
