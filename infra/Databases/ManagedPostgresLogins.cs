using Infra.Compute;
using Pulumi;

namespace Infra.Databases;

/// <summary>The roles of a managed cluster, set from a node by its administrator; again whenever a user is new.</summary>
public sealed class ManagedPostgresLogins : ComponentResource
{
    /// <summary>Declares the roles.</summary>
    /// <param name="name">Name of the component.</param>
    /// <param name="postgres">The cluster.</param>
    /// <param name="image">Image with PostgreSQL's clients.</param>
    /// <param name="manager">A node that may connect.</param>
    /// <param name="options">Options of the component.</param>
    public ManagedPostgresLogins(string name, ManagedPostgres postgres, string image, Node manager, ComponentResourceOptions? options = null)
        : base("lhd:databases:ManagedPostgresLogins", name, options)
    {
        Set = NodeCommand.On(manager, $"{name}-set", new(ManagedPostgresRoles.Script(image)) { Stdin = postgres.Setup, PrintsSecret = true }, this, postgres.Declared.ToList()).Resource;
        RegisterOutputs();
    }

    /// <summary>Done when every role may do what it should.</summary>
    public Resource Set { get; }
}
