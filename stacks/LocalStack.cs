using Infra.Development;
using Infra.Services.Catalogue;
using Pulumi;

namespace Stacks;

/// <summary>The same services on one's own machine, from the application's source folder.</summary>
public sealed class LocalStack : EnvironmentStack
{
    /// <summary>Reads the settings and declares the services.</summary>
    public LocalStack(StackOptions? options = null)
        : base(new("Development", ProtectData: false), options) =>
        DropData = Output.Create($"docker volume rm {DevelopmentServices.VolumeOf(Environment, Postgres.Directory)}");

    /// <summary>The database outlives the stack; this drops it, after <c>pulumi destroy</c>.</summary>
    [Output("dropData")]
    public Output<string> DropData { get; private set; }
}
