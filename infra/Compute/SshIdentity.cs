using Infra.Settings;
using Pulumi;
using Pulumi.DigitalOcean;
using Pulumi.Tls;

namespace Infra.Compute;

/// <summary>
/// Who may log in on the nodes: a key pair of the stack's own, with which its remote commands connect, and the people's keys from the
/// settings. The stack's private key is only in its state, as a secret.
/// </summary>
public sealed class SshIdentity : ComponentResource
{
    private readonly PrivateKey _key;

    /// <summary>Declares the key pair and registers it with DigitalOcean.</summary>
    /// <param name="name">Name of the component.</param>
    /// <param name="keyName">Name of the key in the DigitalOcean account.</param>
    /// <param name="people">Public keys of those who deploy and operate.</param>
    /// <param name="options">Options of the component.</param>
    public SshIdentity(string name, string keyName, IReadOnlyList<SshPublicKey> people, ComponentResourceOptions? options = null)
        : base("lhd:compute:SshIdentity", name, options)
    {
        _key = new PrivateKey($"{name}-key", new() { Algorithm = "ED25519" }, new() { Parent = this });
        var registered = new SshKey($"{name}-registration", new()
        {
            Name = keyName,
            PublicKey = _key.PublicKeyOpenssh.Apply(key => key.Trim()),
        }, new() { Parent = this });

        RegisteredId = registered.Id;
        AuthorizedKeys = _key.PublicKeyOpenssh.Apply(IReadOnlyList<string> (key) => [key.Trim(), .. people.Select(person => person.ToString())]);
        RegisterOutputs();
    }

    /// <summary>Id of the key in the DigitalOcean account. A droplet without one would get a root password by mail.</summary>
    public Output<string> RegisteredId { get; }

    /// <summary>Every key that may log in, the stack's own first.</summary>
    public Output<IReadOnlyList<string>> AuthorizedKeys { get; }

    /// <summary>The stack's private key, secret.</summary>
    public Output<string> PrivateKey => Output.CreateSecret(_key.PrivateKeyOpenssh);
}
