namespace Infra.Services;

/// <summary>What one task may use at most, and what the scheduler sets aside for it.</summary>
/// <param name="MemoryMiB">Memory limit in MiB; a task that needs more is killed.</param>
/// <param name="Cpus">CPU limit in cores, such as 0.5; 0 for all that the node has. The engine refuses a task whose limit is above that.</param>
public sealed record ResourceLimits(int MemoryMiB, double Cpus)
{
    /// <summary>Memory set aside, in MiB; half of the limit when not said.</summary>
    public int ReservedMemoryMiB { get; init; } = MemoryMiB / 2;

    /// <summary>CPU set aside, in cores; a tenth of the limit when not said.</summary>
    public double ReservedCpus { get; init; } = Cpus / 10;
}
