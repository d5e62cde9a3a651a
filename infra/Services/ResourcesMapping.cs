using Pulumi;
using Pulumi.Docker;
using Pulumi.Docker.Inputs;

namespace Infra.Services;

/// <summary>
/// Limits and reservations. The docker package has bytes and billionths of a core as 32-bit numbers, which end at 2 GiB and two cores; the
/// engine and the wire do not. Larger amounts are put in when the service's arguments are sent, by a transformation of the resource.
/// </summary>
internal static class ResourcesMapping
{
    public static ServiceTaskSpecResourcesArgs For(ResourceLimits limits) => new()
    {
        Limits = new ServiceTaskSpecResourcesLimitsArgs { MemoryBytes = Bytes.OfMiB(limits.MemoryMiB), NanoCpus = NanoCpus(limits.Cpus) },
        Reservation = new ServiceTaskSpecResourcesReservationArgs { MemoryBytes = Bytes.OfMiB(limits.ReservedMemoryMiB), NanoCpus = NanoCpus(limits.ReservedCpus) },
    };

    /// <summary>The transformations that a service's resource needs: none when its limits fit into the package's types.</summary>
    public static List<ResourceTransformation> Transformations(ResourceLimits limits) => limits.MemoryMiB < 2048 && limits.Cpus <= 2
        ? []
        : [args => args.Args is ServiceArgs service ? new ResourceTransformationResult(new LargeServiceArgs(service, limits), args.Options) : null];

    private static int NanoCpus(double cpus) => (int)Math.Min(cpus * 1e9, int.MaxValue);
}

/// <summary>A service's arguments with limits of any size.</summary>
internal sealed class LargeServiceArgs(ServiceArgs service, ResourceLimits limits) : ResourceArgs
{
    [Input("name")]
    public Input<string>? Name => service.Name;

    [Input("mode")]
    public Input<ServiceModeArgs>? Mode => service.Mode;

    [Input("labels")]
    public InputList<ServiceLabelArgs> Labels => service.Labels;

    [Input("endpointSpec")]
    public Input<ServiceEndpointSpecArgs>? EndpointSpec => service.EndpointSpec;

    [Input("updateConfig")]
    public Input<ServiceUpdateConfigArgs>? UpdateConfig => service.UpdateConfig;

    [Input("rollbackConfig")]
    public Input<ServiceRollbackConfigArgs>? RollbackConfig => service.RollbackConfig;

    [Input("convergeConfig")]
    public Input<ServiceConvergeConfigArgs>? ConvergeConfig => service.ConvergeConfig;

    [Input("taskSpec", required: true)]
    public Input<LargeTaskSpecArgs> TaskSpec => service.TaskSpec.Apply(task => new LargeTaskSpecArgs(task, limits));
}

/// <summary>A task's arguments with limits of any size.</summary>
internal sealed class LargeTaskSpecArgs(ServiceTaskSpecArgs task, ResourceLimits limits) : ResourceArgs
{
    [Input("runtime")]
    public Input<string>? Runtime => task.Runtime;

    [Input("containerSpec", required: true)]
    public Input<ServiceTaskSpecContainerSpecArgs> ContainerSpec => task.ContainerSpec;

    [Input("networksAdvanceds")]
    public InputList<ServiceTaskSpecNetworksAdvancedArgs> NetworksAdvanceds => task.NetworksAdvanceds;

    [Input("placement")]
    public Input<ServiceTaskSpecPlacementArgs>? Placement => task.Placement;

    [Input("restartPolicy")]
    public Input<ServiceTaskSpecRestartPolicyArgs>? RestartPolicy => task.RestartPolicy;

    [Input("logDriver")]
    public Input<ServiceTaskSpecLogDriverArgs>? LogDriver => task.LogDriver;

    [Input("resources")]
    public Input<LargeResourcesArgs> Resources => new LargeResourcesArgs(limits);
}

/// <summary>Limits and reservations of any size.</summary>
internal sealed class LargeResourcesArgs(ResourceLimits limits) : ResourceArgs
{
    [Input("limits")]
    public Input<LargeAmountsArgs> Limits => new LargeAmountsArgs(limits.MemoryMiB, limits.Cpus);

    [Input("reservation")]
    public Input<LargeAmountsArgs> Reservation => new LargeAmountsArgs(limits.ReservedMemoryMiB, limits.ReservedCpus);
}

/// <summary>Memory and CPU of any size; whole numbers as doubles, which is how the wire has every number.</summary>
internal sealed class LargeAmountsArgs(int memoryMiB, double cpus) : ResourceArgs
{
    [Input("memoryBytes")]
    public Input<double> MemoryBytes => memoryMiB * 1024.0 * 1024;

    [Input("nanoCpus")]
    public Input<double> NanoCpus => Math.Round(cpus * 1e9);
}
