using System.Security.Cryptography;
using System.Text;
using Infra.Compute;
using Infra.Settings;
using Pulumi;
using Pulumi.Random;

namespace Infra.Swarm;

/// <summary>
/// The login to the registry on every node, for pulls by hand and one-off tasks, with a token that may only read. Services do not need it:
/// the docker provider sends the login along with each.
/// </summary>
public sealed class RegistryLogins : ComponentResource
{
    /// <summary>Declares the logins.</summary>
    /// <param name="name">Name of the component.</param>
    /// <param name="registry">The registry, user and token.</param>
    /// <param name="nodes">Where to log in.</param>
    /// <param name="ready">Done when the nodes have a Docker Engine.</param>
    /// <param name="options">Options of the component.</param>
    public RegistryLogins(string name, RegistrySettings registry, IEnumerable<Node> nodes, Resource ready, ComponentResourceOptions? options = null)
        : base("lhd:swarm:RegistryLogins", name, options)
    {
        if (registry.Token is not { } token)
        {
            Version = Output.Create("");
            RegisterOutputs();
            return;
        }

        foreach (var node in nodes)
        {
            NodeCommand.On(
                node,
                $"{name}-login-{node.Name}",
                new(RegistryCommands.Login(registry)) { Stdin = token, OnDelete = RegistryCommands.Logout(registry) },
                this,
                ready);
        }

        Version = new RandomId($"{name}-version", new()
        {
            ByteLength = 4,
            Keepers = { ["user"] = registry.User, ["token"] = Output.CreateSecret(token).Apply(Digest) },
        }, new() { Parent = this }).Hex;
        RegisterOutputs();
    }

    /// <summary>A random text that is another one after every change of user or token, and says nothing about them.</summary>
    public Output<string> Version { get; }

    private static string Digest(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
