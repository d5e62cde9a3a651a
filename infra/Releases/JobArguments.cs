using System.Globalization;
using Infra.Compute;
using Infra.Services;

namespace Infra.Releases;

/// <summary>
/// Pure: a service description as options of <c>docker service create</c>, for a one-shot job beside the service: same image, secrets,
/// files, networks, variables and limits, because both come from the same description. What only a running service has (replicas, routes,
/// health, updates, restarts) is left out. The docker provider cannot declare a job: its service has the modes replicated and global only
/// (https://www.pulumi.com/registry/packages/docker/api-docs/service/).
/// See https://docs.docker.com/reference/cli/docker/service/create/.
/// </summary>
public static class JobArguments
{
    /// <summary>The options, each with its value as one text.</summary>
    /// <param name="spec">The service.</param>
    /// <param name="surroundings">What it refers to.</param>
    public static IReadOnlyList<string> For(ServiceSpec spec, JobSurroundings surroundings) =>
    [
        "--mode=replicated-job",
        "--restart-condition=none",
        "--no-healthcheck",
        "--with-registry-auth",
        .. spec.Networks.Select(network => $"--network={surroundings.Networks[network]}"),
        .. spec.Secrets.Select(mount => File("secret", surroundings.Secrets[mount.Secret], mount.Path, mount.Uid, mount.Gid, mount.Mode)),
        .. spec.Configs.Zip(surroundings.Configs, (file, name) => File("config", name, file.Path, file.Uid, file.Gid, file.Mode)),
        .. spec.Mounts.Select(mount => $"--mount={Mounted(mount)}"),
        .. spec.Env.OrderBy(variable => variable.Key, StringComparer.Ordinal).Select(variable => $"--env={variable.Key}={variable.Value}"),
        .. Container(spec),
        .. Limits(spec.Resources),
        $"--log-driver={ServiceDefaults.LogDriver}",
        .. ServiceDefaults.LogOptions.OrderBy(option => option.Key, StringComparer.Ordinal).Select(option => $"--log-opt={option.Key}={option.Value}"),
    ];

    private static IEnumerable<string> Container(ServiceSpec spec)
    {
        if (spec.Command.Count > 0)
            yield return $"--entrypoint={ShellWord.Line(spec.Command)}";
        if (spec.User is { } user)
            yield return $"--user={user}";
        if (spec.ReadOnlyRoot)
            yield return "--read-only";
        if (spec.Init)
            yield return "--init";
        foreach (var capability in spec.CapDrops)
            yield return $"--cap-drop={capability}";
        foreach (var capability in spec.CapAdds)
            yield return $"--cap-add={capability}";
        foreach (var constraint in spec.Placement.Constraints)
            yield return $"--constraint={constraint}";
        yield return $"--stop-grace-period={GoDuration.Of(spec.StopGrace)}";
    }

    private static IEnumerable<string> Limits(ResourceLimits limits) =>
    [
        $"--limit-memory={limits.MemoryMiB}m",
        $"--limit-cpu={limits.Cpus.ToString(CultureInfo.InvariantCulture)}",
        $"--reserve-memory={limits.ReservedMemoryMiB}m",
        $"--reserve-cpu={limits.ReservedCpus.ToString(CultureInfo.InvariantCulture)}",
    ];

    private static string File(string kind, string name, string path, string uid, string gid, UnixFileMode mode) =>
        $"--{kind}=source={name},target={path},uid={uid},gid={gid},mode=0{Convert.ToString((int)mode, 8)}";

    private static string Mounted(Mount mount) => string.Join(',', new[]
    {
        $"type={mount.Type.ToString().ToLowerInvariant()}",
        mount.Type == MountType.Tmpfs ? $"tmpfs-size={mount.SizeMiB}m" : $"source={mount.Source}",
        $"target={mount.Target}",
        mount.ReadOnly ? "readonly" : "",
    }.Where(part => part.Length > 0));
}
