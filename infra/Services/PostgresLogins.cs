using Infra.Compute;
using Pulumi;

namespace Infra.Services;

/// <summary>
/// The roles of Postgres with their current passwords, set on the running server through its local socket. It runs after Postgres is
/// healthy, again whenever a password is new, and before any reader of that password is updated.
/// </summary>
public sealed class PostgresLogins : ComponentResource
{
    /// <summary>Declares the roles.</summary>
    /// <param name="name">Name of the component.</param>
    /// <param name="database">Name of the application's database.</param>
    /// <param name="passwords">What the roles log in with.</param>
    /// <param name="node">The node that runs Postgres.</param>
    /// <param name="postgres">The service.</param>
    /// <param name="options">Options of the component.</param>
    public PostgresLogins(
        string name, string database, Output<PostgresPasswords> passwords, Node node, Resource postgres, ComponentResourceOptions? options = null)
        : base("lhd:services:PostgresLogins", name, options)
    {
        Set = NodeCommand.On(
            node,
            $"{name}-set",
            new(PostgresRoles.Script) { Stdin = passwords.Apply(known => PostgresRoles.Sql(database, known)), PrintsSecret = true },
            this,
            postgres).Resource;
        RegisterOutputs();
    }

    /// <summary>Done when every role can log in with its current password.</summary>
    public Resource Set { get; }
}
