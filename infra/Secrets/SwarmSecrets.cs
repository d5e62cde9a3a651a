using Infra.Swarm;
using Pulumi;
using Pulumi.Docker;

namespace Infra.Secrets;

/// <summary>The swarm secrets of an environment: those that some service reads, and no others.</summary>
public sealed class SwarmSecrets : ComponentResource
{
    /// <summary>Declares the secrets.</summary>
    /// <param name="name">Name of the component.</param>
    /// <param name="values">Every value that there is, by the secret's name.</param>
    /// <param name="read">Names of the secrets that services read.</param>
    /// <param name="inside">Options of what lives in the swarm.</param>
    /// <param name="options">Options of the component.</param>
    public SwarmSecrets(
        string name,
        IReadOnlyDictionary<string, Output<string>> values,
        IEnumerable<string> read,
        InsideSwarm inside,
        ComponentResourceOptions? options = null)
        : base("lhd:secrets:SwarmSecrets", name, options)
    {
        Secrets = read.Distinct().Order(StringComparer.Ordinal)
            .ToDictionary(secret => secret, secret => SwarmSecret.Declare($"{name}-{secret}", values[secret], this, inside));
        RegisterOutputs();
    }

    /// <summary>The secrets by name.</summary>
    public IReadOnlyDictionary<string, Secret> Secrets { get; }
}
