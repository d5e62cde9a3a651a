using Pulumi;

namespace Infra.Services;

/// <summary>
/// What a reviewer wants to know of a service, in words: in a plan, its own arguments refer to networks and secrets by ids that are not
/// known yet.
/// </summary>
/// <param name="spec">The service.</param>
internal sealed class ServiceFacts(ServiceSpec spec) : ResourceArgs
{
    [Input("networks")]
    public InputList<string> Networks { get; } = spec.Networks.Select(network => network.ToString().ToLowerInvariant()).ToArray();

    [Input("routes")]
    public InputList<string> Routes { get; } = spec.Routes.Select(route => $"{route.Host}{route.Path}").ToArray();

    [Input("secrets")]
    public InputList<string> Secrets { get; } = spec.Secrets.Select(mount => mount.Secret).ToArray();

    [Input("limits")]
    public Input<string> Limits { get; } = $"{Amount(spec.Resources.MemoryMiB, spec.Resources.Cpus)}; reserved {Amount(spec.Resources.ReservedMemoryMiB, spec.Resources.ReservedCpus)}";

    private static string Amount(int memoryMiB, double cpus) => $"{memoryMiB} MiB, {(cpus > 0 ? $"{cpus:0.##}" : "every")} CPU";
}
