using Infra.Secrets;
using Infra.Services.Catalogue;
using Infra.Settings;

namespace Infra.Services;

/// <summary>
/// What must hold for all services together, whoever describes them. The settings that could break a rule are named in the problem;
/// a rule that only the code can break says so.
/// </summary>
public static class ServiceRules
{
    /// <summary>Name of the only service that may have ports on a node.</summary>
    public const string Proxy = "traefik";

    /// <summary>Name of the service through which the proxy asks the engine.</summary>
    public const string SocketOwner = "socket-proxy";

    private const int LargestFile = 500 * 1024;

    /// <summary>Every problem of the services, in their order.</summary>
    /// <param name="specs">All services.</param>
    /// <param name="secrets">Names of the secrets that there are.</param>
    public static IEnumerable<SettingsProblem> Problems(IReadOnlyList<ServiceSpec> specs, IReadOnlySet<string> secrets) =>
    [
        .. specs.SelectMany(Own),
        .. specs.SelectMany(spec => References(spec, specs, secrets)),
        .. RouteRules.Problems(specs),
        .. Duplicates(specs),
        .. Cycles(specs),
    ];

    private static IEnumerable<SettingsProblem> Own(ServiceSpec spec) =>
        [.. Exposure(spec), .. Networking(spec), .. Data(spec), .. Updates(spec), .. Pinned(spec)];

    private static IEnumerable<SettingsProblem> Exposure(ServiceSpec spec)
    {
        if (spec.Ports.Count > 0 && spec.Name != Proxy)
            yield return At(spec, "host", "publishes a port on its nodes", $"give it a host; only {Proxy} has ports");
        if (spec.Mounts.Any(ShowsSocket) && !IsSocketProxy(spec) && !IsPortainerAgent(spec))
            yield return At(spec, "mounts", "mounts the Docker socket, which is control over every node", "do without it; only a socket proxy, on no network but socket, has it");
    }

    /// <summary>The socket itself, a folder that it is in, or another process's view of the file system, by whatever way the path goes there.</summary>
    private static bool ShowsSocket(Mount mount)
    {
        if (mount.Type != MountType.Bind)
            return false;
        var source = $"/{string.Join('/', Path.GetFullPath(mount.Source).Split('/', StringSplitOptions.RemoveEmptyEntries))}";
        return source.StartsWith("/proc/", StringComparison.Ordinal)
            || new[] { "/run/docker.sock", "/var/run/docker.sock" }.Any(socket => $"{socket}/".StartsWith($"{source.TrimEnd('/')}/", StringComparison.Ordinal));
    }

    /// <summary>A program that lets only chosen read requests through, and that nobody can reach but its reader.</summary>
    private static bool IsSocketProxy(ServiceSpec spec) =>
        spec.Image == Images.SocketProxy && spec.Networks.All(network => network == OverlayNetwork.Socket) && spec.Mounts.Where(ShowsSocket).All(mount => mount.ReadOnly);

    /// <summary>A program that controls the engine for the one who knows its secret, and that nobody else can reach.</summary>
    private static bool IsPortainerAgent(ServiceSpec spec) =>
        spec.Image == Images.PortainerAgent && spec.Networks.All(network => network == OverlayNetwork.Agent) && spec.Secrets.Any(mount => mount.Secret == SecretNames.PortainerAgentSecret);

    private static IEnumerable<SettingsProblem> Networking(ServiceSpec spec)
    {
        if (spec.Routes.Count > 0 && !spec.Networks.Contains(OverlayNetwork.Edge) && !spec.Labels.ContainsKey(TraefikLabels.Network))
            yield return At(spec, "networks", "has a route, but is not on the network edge", "add the network edge");
        if (spec.Networks.Contains(OverlayNetwork.Socket) && spec.Name is not (Proxy or SocketOwner))
            yield return At(spec, "networks", "is on the network socket", $"remove it; the network is for {Proxy} and {SocketOwner}");
        if (spec.Networks.Contains(OverlayNetwork.Agent) && spec.Name is not (Portainer.Name or Portainer.AgentName))
            yield return At(spec, "networks", "is on the network agent", $"remove it; the network is for {Portainer.Name} and {Portainer.AgentName}");
        if (spec.Metrics is not null && !spec.Networks.Contains(OverlayNetwork.Metrics))
            yield return At(spec, "networks", "has metrics, but is not on the network metrics", "add the network metrics");
    }

    private static IEnumerable<SettingsProblem> Data(ServiceSpec spec)
    {
        var kept = spec.Mounts.FirstOrDefault(mount => mount.Type is MountType.Bind or MountType.Volume);
        if (kept is not null && !spec.Mode.IsGlobal && spec.Placement.Constraints.Count == 0)
            yield return At(spec, "placement", $"keeps {kept.Target} on a node, but may run on any", "set a placement, e.g. data", "replicas");
        if (spec.Configs.FirstOrDefault(file => System.Text.Encoding.UTF8.GetByteCount(file.Content) > LargestFile) is { } large)
            yield return At(spec, "files", $"has a file of more than 500 KB, {large.Path}", "build it into the image");
    }

    private static IEnumerable<SettingsProblem> Updates(ServiceSpec spec)
    {
        if (spec.Update.MonitorOf(spec.Health) < spec.Health.TimeToFail)
        {
            yield return At(
                spec,
                "health",
                $"is watched for {spec.Update.MonitorOf(spec.Health).TotalSeconds} s after an update, but its health check takes {spec.Health.TimeToFail.TotalSeconds} s to fail",
                "watch it longer, or check sooner");
        }
        if (spec.Ports.Count > 0 && spec.Update.Order == UpdateOrder.StartFirst)
            yield return At(spec, "updateOrder", "has a port of the node, which two tasks cannot have at once", "set the order stop-first");
        if (spec.Health.NoneBecause is "")
            yield return At(spec, "health", "has no health check and no reason", "say why it cannot be checked");
        if (spec.Resources.MemoryMiB < MemoryBounds.MinimumMiB || spec.Resources.Cpus <= 0 || spec.Resources.ReservedMemoryMiB > spec.Resources.MemoryMiB)
            yield return At(spec, "memory", "has limits that cannot be met", $"set at least {MemoryBounds.MinimumMiB} MiB and some CPU, and reserve at most the limit");
    }

    private static IEnumerable<SettingsProblem> Pinned(ServiceSpec spec)
    {
        SettingsProblem? problem = null;
        try
        {
            _ = ImageReference.Parse(spec.Image);
        }
        catch (FormatException exception)
        {
            problem = At(spec, "image", $"has an image that is not pinned: {exception.Message}", ImageReference.Expected);
        }

        return problem is null ? [] : [problem];
    }

    private static IEnumerable<SettingsProblem> References(ServiceSpec spec, IReadOnlyList<ServiceSpec> specs, IReadOnlySet<string> secrets)
    {
        foreach (var mount in spec.Secrets.Where(mount => !secrets.Contains(mount.Secret)))
        {
            var key = spec.IsDeclared ? spec.KeyOf("secrets") : SecretVariables.KeyOf(spec.Name);
            yield return new(key, $"{spec.Name} reads the secret {mount.Secret}, which there is not", Suggest(mount.Secret, secrets))
            {
                Inputs = [$"{SecretSettings.GivenKey}.{mount.Secret}", $"{SecretSettings.GeneratedKey}[*]"],
            };
        }

        var names = specs.Select(other => other.Name).ToList();
        foreach (var name in spec.WaitsFor.Where(name => !names.Contains(name)))
        {
            yield return At(spec, "waitsFor", $"waits for {name}, which there is not", Suggest(name, names)) with
            {
                Inputs = [$"{ServiceListSettings.Key}[*].name", .. MonitoringSettings.Switches, BackupSettings.Switch, PortainerSettings.Switch, "postgres", "provider"],
            };
        }
    }

    private static IEnumerable<SettingsProblem> Duplicates(IReadOnlyList<ServiceSpec> specs)
    {
        foreach (var same in specs.GroupBy(spec => spec.Name).Where(group => group.Count() > 1))
            yield return At(same.LastOrDefault(spec => spec.IsDeclared) ?? same.First(), "name", $"is there {same.Count()} times", "choose another name; the platform's own services keep theirs");
        foreach (var spec in specs)
        {
            string[] targets = [.. spec.Mounts.Select(mount => mount.Target), .. spec.Configs.Select(file => file.Path), .. spec.Secrets.Select(secret => secret.Path)];
            foreach (var target in targets.GroupBy(target => target).Where(group => group.Count() > 1))
                yield return At(spec, "mounts", $"has {target.Key} {target.Count()} times", "use each path once", "mounts[*].target");
        }
    }

    private static IEnumerable<SettingsProblem> Cycles(IReadOnlyList<ServiceSpec> specs) => ServiceOrder.Cycle(specs) is { } cycle
        ? [new(ServiceListSettings.Key, $"services wait for each other: {string.Join(" -> ", cycle)}", "remove one waitsFor")]
        : [];

    private static SettingsProblem At(ServiceSpec spec, string key, string why, string fix, params IEnumerable<string> inputs) =>
        new(spec.KeyOf(key), $"{spec.Name} {why}", fix) { Inputs = [.. inputs.Select(input => $"{spec.Setting}.{input}")] };

    private static string Suggest(string name, IEnumerable<string> known) => Spelling.Closest(name, known) is { } close
        ? $"did you mean {close}?"
        : $"choose of {string.Join(", ", known.Order(StringComparer.Ordinal))}";
}
