using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using Infra.Settings;
using Pulumi;
using Pulumi.Docker.Inputs;

namespace Infra.Swarm;

/// <summary>
/// The registry's credentials for the docker provider, which sends them along with every service. They are not on the services, where a
/// new token would replace each of them.
/// </summary>
public static class RegistryLogin
{
    /// <summary>
    /// The provider's list, secret as a whole; empty without a login. A provider takes it as JSON text, in which the secret that the arguments make of a password
    /// would end up as a marker instead of its value; the content of a configuration file has no such field.
    /// </summary>
    public static InputList<ProviderRegistryAuthArgs> For(RegistrySettings registry) => registry.Token is null
        ? []
        : Output.CreateSecret(registry.Token.Apply(token => ImmutableArray.Create(new ProviderRegistryAuthArgs
        {
            Address = registry.Server,
            ConfigFileContent = ConfigFile(registry, token),
        })));

    /// <summary>Docker's client configuration with one login (docs.docker.com/reference/cli/docker/login).</summary>
    private static string ConfigFile(RegistrySettings registry, string token) => new JsonObject
    {
        ["auths"] = new JsonObject
        {
            [registry.Server] = new JsonObject { ["auth"] = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{registry.User}:{token}")) },
        },
    }.ToJsonString();
}
