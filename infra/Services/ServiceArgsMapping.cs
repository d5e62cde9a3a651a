using Infra.Settings;
using Pulumi;
using Pulumi.Docker;
using Pulumi.Docker.Inputs;

namespace Infra.Services;

/// <summary>
/// Turns a service description into the arguments of the docker provider; nothing else builds them. Blocks that the provider would fill
/// in by itself are all stated, so that what it reads back is what was asked for.
/// </summary>
public static class ServiceArgsMapping
{
    /// <summary>Label of services from the private registry. Its change sends the registry's new login along without starting a task anew.</summary>
    public const string RegistryLoginLabel = "lhd.registry-login";

    /// <summary>Time to pull an image, on top of what the tasks need to start.</summary>
    private static readonly TimeSpan PullTime = TimeSpan.FromMinutes(5);

    /// <summary>The arguments of a service.</summary>
    /// <param name="spec">The service.</param>
    /// <param name="surroundings">What it refers to.</param>
    /// <param name="configs">Its configuration files as swarm configs, in the order of <see cref="ServiceSpec.Configs"/>.</param>
    public static ServiceArgs For(ServiceSpec spec, ServiceSurroundings surroundings, IReadOnlyList<ServiceConfig> configs) => new()
    {
        Name = spec.Name,
        Mode = spec.Mode.Replicas is { } replicas
            ? new ServiceModeArgs { Replicated = new ServiceModeReplicatedArgs { Replicas = replicas } }
            : new ServiceModeArgs { Global = true },
        Labels = Labels(spec, surroundings),
        EndpointSpec = new ServiceEndpointSpecArgs { Mode = "vip", Ports = spec.Ports.Select(Port).ToArray() },
        UpdateConfig = Update(spec),
        RollbackConfig = Rollback(spec),
        // A global service cannot have one.
        ConvergeConfig = spec.Mode.IsGlobal ? null : (Input<ServiceConvergeConfigArgs>)Converge(spec),
        TaskSpec = new ServiceTaskSpecArgs
        {
            Runtime = "container",
            ContainerSpec = ContainerArgsMapping.For(spec, surroundings.Secrets, configs),
            NetworksAdvanceds = spec.Networks.Select(network => new ServiceTaskSpecNetworksAdvancedArgs { Id = surroundings.Networks[network] }).ToArray(),
            Placement = Placement(spec.Placement),
            Resources = ResourcesMapping.For(spec.Resources),
            RestartPolicy = Restart(spec.Restart),
            LogDriver = new ServiceTaskSpecLogDriverArgs { Name = ServiceDefaults.LogDriver, Options = Map(ServiceDefaults.LogOptions) },
        },
    };

    /// <summary>Texts by name, in an order that does not change.</summary>
    internal static InputMap<string> Map(IReadOnlyDictionary<string, string> texts)
    {
        var map = new InputMap<string>();
        foreach (var (key, value) in texts.OrderBy(text => text.Key, StringComparer.Ordinal))
            map.Add(key, value);
        return map;
    }

    private static ServiceLabelArgs[] Labels(ServiceSpec spec, ServiceSurroundings surroundings)
    {
        var labels = spec.Labels.Concat(TraefikLabels.For(spec, surroundings.Https))
            .OrderBy(label => label.Key, StringComparer.Ordinal)
            .Select(label => new ServiceLabelArgs { Label = label.Key, Value = label.Value });
        return ImageReference.Parse(spec.Image).Registry == surroundings.Registry
            ? [new ServiceLabelArgs { Label = RegistryLoginLabel, Value = surroundings.RegistryLogin }, .. labels]
            : [.. labels];
    }

    private static ServiceEndpointSpecPortArgs Port(PublishedPort port) => new()
    {
        Protocol = port.Protocol,
        TargetPort = port.Target,
        PublishedPort = port.Published,
        PublishMode = "host",
    };

    private static ServiceUpdateConfigArgs Update(ServiceSpec spec) => new()
    {
        Parallelism = spec.Update.Parallelism,
        Delay = GoDuration.Of(spec.Update.Delay),
        Monitor = GoDuration.Of(spec.Update.MonitorOf(spec.Health)),
        Order = Order(spec.Update.Order),
        FailureAction = "rollback",
        MaxFailureRatio = "0.0",
    };

    private static ServiceRollbackConfigArgs Rollback(ServiceSpec spec) => new()
    {
        Parallelism = spec.Update.Parallelism,
        Delay = GoDuration.Of(spec.Update.Delay),
        Monitor = GoDuration.Of(spec.Update.MonitorOf(spec.Health)),
        Order = Order(spec.Update.Order),
        FailureAction = "pause",
        MaxFailureRatio = "0.0",
    };

    /// <summary>An update is over when its last group of tasks has been watched; the deployment waits for that, and fails if it fails.</summary>
    private static ServiceConvergeConfigArgs Converge(ServiceSpec spec)
    {
        var groups = Math.Max(1, (int)Math.Ceiling((spec.Mode.Replicas ?? 1) / (double)spec.Update.Parallelism));
        var perGroup = spec.Health.TimeToFail + spec.StopGrace + spec.Update.MonitorOf(spec.Health) + spec.Update.Delay;
        return new() { Delay = GoDuration.Of(TimeSpan.FromSeconds(7)), Timeout = GoDuration.Of(PullTime + (groups * perGroup)) };
    }

    private static ServiceTaskSpecPlacementArgs Placement(Placement placement) => new()
    {
        Constraints = placement.Constraints.ToArray(),
        MaxReplicas = placement.MaxReplicasPerNode,
        Prefs = Array.Empty<string>(),
    };

    private static ServiceTaskSpecRestartPolicyArgs Restart(RestartPolicy restart) => new()
    {
        Condition = restart.Condition switch
        {
            RestartCondition.OnFailure => "on-failure",
            RestartCondition.None => "none",
            _ => "any",
        },
        Delay = GoDuration.Of(restart.Delay),
        MaxAttempts = restart.MaxAttempts,
        Window = GoDuration.Of(restart.Window),
    };

    private static string Order(UpdateOrder order) => order == UpdateOrder.StopFirst ? "stop-first" : "start-first";
}
