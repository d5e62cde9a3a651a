using Infra.Swarm;
using Pulumi;
using Pulumi.Docker;

namespace Infra.Services;

/// <summary>What a service needs.</summary>
/// <param name="Spec">What it is.</param>
/// <param name="Surroundings">What it refers to.</param>
/// <param name="Inside">Options of what lives in the swarm.</param>
/// <param name="After">What must be done before it is created or updated.</param>
public sealed record SwarmServiceArgs(ServiceSpec Spec, ServiceSurroundings Surroundings, InsideSwarm Inside, IEnumerable<Resource> After);

/// <summary>A service in the swarm, with its configuration files. Every service is declared by this.</summary>
public sealed class SwarmService : ComponentResource
{
    /// <summary>Declares the service.</summary>
    public SwarmService(string name, SwarmServiceArgs args, ComponentResourceOptions? options = null)
        : base("lhd:services:SwarmService", name, new ServiceFacts(args.Spec), options)
    {
        var spec = args.Spec;
        var configs = spec.Configs.Select(file => Declare(name, file, args.Inside)).ToList();
        var service = args.Inside(this);
        service.DependsOn.AddRange(args.After.ToArray());
        // The name is the service's address, so a new service cannot be made beside the old one.
        service.DeleteBeforeReplace = true;
        // The engine fills these in from the registry.
        service.IgnoreChanges = ["taskSpec.placement.platforms"];
        service.ResourceTransformations = ResourcesMapping.Transformations(spec.Resources);
        Service = new($"{name}-service", ServiceArgsMapping.For(spec, args.Surroundings, configs), service);
        RegisterOutputs();
    }

    /// <summary>The service itself; done when its tasks run and are healthy.</summary>
    public Service Service { get; }

    /// <summary>A swarm config cannot change: a new text is a new config under a new name, to which the service moves.</summary>
    private ServiceConfig Declare(string name, ConfigFile file, InsideSwarm inside)
    {
        var options = inside(this);
        options.DeleteBeforeReplace = false;
        return new($"{name}-{file.Name}", new() { DataRaw = file.Content }, options);
    }
}
