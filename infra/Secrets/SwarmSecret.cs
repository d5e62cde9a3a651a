using System.Text;
using Infra.Swarm;
using Pulumi;
using Pulumi.Docker;

namespace Infra.Secrets;

/// <summary>The one place that declares swarm secrets.</summary>
public static class SwarmSecret
{
    /// <summary>
    /// Declares a secret. A swarm secret cannot change and cannot go while a service reads it, so a new value is a new secret under a new
    /// name (which the provider chooses), its readers move to it, and only then the old one goes.
    /// </summary>
    public static Secret Declare(string name, Output<string> value, Resource parent, InsideSwarm inside)
    {
        var options = inside(parent);
        options.DeleteBeforeReplace = false;
        return new(name, new SecretArgs { Data = Base64(Output.CreateSecret(value)) }, options);
    }

    private static Output<string> Base64(Output<string> text) => text.Apply(plain => Convert.ToBase64String(Encoding.UTF8.GetBytes(plain)));
}
