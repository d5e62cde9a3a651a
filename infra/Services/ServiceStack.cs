using Infra.Swarm;
using Pulumi;

namespace Infra.Services;

/// <summary>What the services of an environment need.</summary>
/// <param name="Specs">The services, in any order.</param>
/// <param name="Surroundings">What they refer to.</param>
/// <param name="Inside">Options of what lives in the swarm.</param>
public sealed record ServiceStackArgs(IReadOnlyList<ServiceSpec> Specs, ServiceSurroundings Surroundings, InsideSwarm Inside)
{
    /// <summary>What must be done before a service, such as mounting the volume that it binds.</summary>
    public Func<ServiceSpec, IEnumerable<Resource>> Before { get; init; } = _ => [];

    /// <summary>What follows a service before others may build on it, such as the login roles after Postgres.</summary>
    public Func<ServiceSpec, SwarmService, IEnumerable<Resource>> After { get; init; } = (_, _) => [];
}

/// <summary>All services of an environment, each after those that it waits for.</summary>
public sealed class ServiceStack : ComponentResource
{
    /// <summary>Declares the services.</summary>
    public ServiceStack(string name, ServiceStackArgs args, ComponentResourceOptions? options = null)
        : base("lhd:services:ServiceStack", name, options)
    {
        var ready = new Dictionary<string, IEnumerable<Resource>>();
        foreach (var spec in ServiceOrder.Sort(args.Specs))
        {
            var after = args.Before(spec).Concat(spec.WaitsFor.SelectMany(other => ready[other]));
            var service = new SwarmService($"{name}-{spec.Name}", new(spec, args.Surroundings, args.Inside, after), new() { Parent = this });
            ready[spec.Name] = [service.Service, .. args.After(spec, service)];
        }

        Ready = ready;
        RegisterOutputs();
    }

    /// <summary>What to wait for before building on a service, by the service's name.</summary>
    public IReadOnlyDictionary<string, IEnumerable<Resource>> Ready { get; }
}
