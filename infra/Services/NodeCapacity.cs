using System.Text.RegularExpressions;

namespace Infra.Services;

/// <summary>What one node has, as DigitalOcean writes it into the name of a droplet size (https://slugs.do-api.dev).</summary>
/// <param name="MemoryMiB">Memory in MiB.</param>
/// <param name="Cpus">CPU cores.</param>
public sealed partial record NodeCapacity(int MemoryMiB, int Cpus)
{
    /// <summary>Part of a node's memory that services may reserve; the rest is for the system and the Docker Engine.</summary>
    public const double Reservable = 0.9;

    /// <summary>What a size such as <c>s-2vcpu-4gb</c> or <c>c-4</c> has; null when its name does not tell.</summary>
    public static NodeCapacity? Of(string size)
    {
        if (NamedPattern().Match(size) is { Success: true } named)
            return new(int.Parse(named.Groups["memory"].Value) * (named.Groups["unit"].Value == "gb" ? 1024 : 1), int.Parse(named.Groups["cpus"].Value));
        if (CpuOptimizedPattern().Match(size) is { Success: true } optimized && int.Parse(optimized.Groups["cpus"].Value) is var cpus)
            return new(cpus * 2048, cpus);
        return null;
    }

    [GeneratedRegex(@"\A[a-z0-9_]+-(?<cpus>\d+)vcpu-(?<memory>\d+)(?<unit>gb|mb)(-|\z)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NamedPattern();

    [GeneratedRegex(@"\Ac-(?<cpus>\d+)(-|\z)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CpuOptimizedPattern();
}
