using Infra.Compute;
using Infra.Development;
using Infra.Services.Catalogue;
using Infra.Settings;
using Pulumi;

namespace Stacks;

/// <summary>The machine that the program runs on.</summary>
public static class LocalFoundation
{
    /// <summary>Declares what is done on the machine: the development image is built.</summary>
    public static Foundation Declare(EnvironmentSettings settings)
    {
        var node = LocalMachine.Describe();
        var image = new DevelopmentImage("development", node, settings.Lucky.ImageOf(settings.Release.Newest));
        return new([node], Output.Create(LocalMachine.Address), service => service.Name == Lucky.Name ? [image.Built] : []);
    }
}
