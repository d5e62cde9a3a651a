namespace Infra.Settings;

/// <summary>Reads one element of <c>lhd:services</c>.</summary>
public static class DeclaredServiceReader
{
    private const string Seconds = "write seconds, e.g. 10";
    private static readonly string[] Networks = ["edge", "data", "metrics"];

    /// <summary>Reads a service and reports what is wrong with it.</summary>
    /// <param name="item">The element.</param>
    /// <param name="index">Its number.</param>
    public static DeclaredService Read(SettingsObject item, int index)
    {
        // What stands in for a name that could not be read is like that of no other service.
        var service = new DeclaredService(
            item.Value("name", ServiceName.Parse, ServiceName.Expected, $"unreadable-{index}"),
            item.Value("image", ImageReference.Parse, ImageReference.Expected, ImageReference.Parse("unreadable:0")))
        {
            Setting = item.Path,
            Health = ReadHealth(item),
            Host = item.Optional<string?>("host", ParseHost, null, "write the first label of the host, or @ for the domain itself, e.g. www"),
            Path = item.Optional("path", ParsePath, "/", Paths.Expected),
            StripPath = item.Flag("stripPath"),
            Port = item.Integer("port", 1, 65535, 0, "write the port that the program listens on, e.g. 8000"),
            Protected = item.Flag("protected"),
            Replicas = item.Optional<int?>("replicas", ParseReplicas, 1, "write a number of tasks or global, e.g. 2"),
            Command = item.List("command", text => text, "list program and arguments, e.g. [gunicorn, app:app]"),
            Args = item.List("args", text => text, "list arguments, e.g. [--workers, \"2\"]"),
            Env = item.Map("env", EnvironmentVariables.Check("secretEnv"), EnvironmentVariables.Expected),
            SecretEnv = item.Map("secretEnv", SecretVariables.Check, SecretVariables.Expected),
            Secrets = item.List("secrets", SecretVariables.ParseSecret, "list names of secrets, e.g. [database-url]"),
            Networks = item.List("networks", ParseNetwork, $"choose of {string.Join(", ", Networks)}, e.g. [data]"),
            Placement = item.Optional<string?>("placement", ParsePlacement, null, "write manager, worker, data or edge"),
            MemoryMiB = item.Integer("memory", MemoryBounds.MinimumMiB, MemoryBounds.MaximumMiB, 256, "write MiB, e.g. 256"),
            ReservedMemoryMiB = item.OptionalInteger("reservedMemory", 1, MemoryBounds.MaximumMiB, "write MiB, e.g. 128"),
            Cpus = item.Number("cpus", 0.01, 256, 0.5, "write cores, e.g. 0.5"),
            Mounts = [.. item.Objects("mounts", "list where data is kept, e.g. [{volume: redis, target: /data}]").Select(ReadMount)],
            Files = item.Map("files", CheckFile, "write a text for each absolute path, e.g. {/etc/nginx/conf.d/default.conf: \"server { listen 80; }\"}"),
            StopFirst = item.Optional("updateOrder", ParseOrder, otherwise: false, "write start-first or stop-first"),
            WaitsFor = item.List("waitsFor", ServiceName.Parse, "list services, e.g. [postgres]"),
            User = item.Optional<string?>("user", ContainerUser.Parse, null, ContainerUser.Expected),
        };
        service = ReadMetrics(item, service);
        item.ReportUnknownKeys();
        return service;
    }

    private static DeclaredHealth ReadHealth(SettingsObject item)
    {
        const string expected = "say how it is checked, e.g. health: {path: /healthz}, {command: [redis-cli, ping]} or {none: why not}";
        if (!item.Has("health"))
            item.Report("health", "it is not set", expected);
        if (item.Object("health", expected) is not { } health)
            return new();

        var read = new DeclaredHealth
        {
            Path = health.Optional<string?>("path", Paths.Parse, null, Paths.Expected),
            Curl = health.Flag("curl"),
            Command = health.List("command", text => text, "list program and arguments, e.g. [redis-cli, ping]"),
            None = health.Optional<string?>("none", ParseReason, null, "write why it cannot be checked, e.g. it runs no program that answers"),
            Interval = health.Integer("interval", 1, 3600, 10, Seconds),
            Timeout = health.Integer("timeout", 1, 3600, 5, Seconds),
            Retries = health.Integer("retries", 1, 100, 3, "write a number of failures, e.g. 3"),
            StartPeriod = health.Integer("startPeriod", 0, 3600, 30, Seconds),
        };
        if (new[] { "path", "command", "none" }.Count(health.Has) != 1)
            item.Report("health", "it needs one of path, command and none", expected);
        health.ReportUnknownKeys();
        return read;
    }

    private static DeclaredMount ReadMount(SettingsObject item)
    {
        var mount = new DeclaredMount(item.Value("target", ParseTarget, "write an absolute path in the container, e.g. /data", "/unreadable"))
        {
            Volume = item.Optional<string?>("volume", ServiceName.Parse, null, ServiceName.Expected),
            Source = item.Optional<string?>("source", HostPaths.Parse, null, HostPaths.Expected),
            MemoryMiB = item.Integer("memory", 1, MemoryBounds.MaximumMiB, 0, "write MiB, e.g. 64"),
            ReadOnly = item.Flag("readOnly"),
        };
        if (new[] { "volume", "source", "memory" }.Count(item.Has) != 1)
            item.Report("target", "it needs one of volume, source and memory", "say where the data is, e.g. {volume: redis, target: /data}");
        item.ReportUnknownKeys();
        return mount;
    }

    private static DeclaredService ReadMetrics(SettingsObject item, DeclaredService service)
    {
        if (item.Object("metrics", "write a port, e.g. metrics: {port: 9100}") is not { } metrics)
            return service;
        var read = service with
        {
            MetricsPort = metrics.Integer("port", 1, 65535, service.Port, "write the port of the metrics, e.g. 9100"),
            MetricsPath = metrics.Optional("path", Paths.Parse, "/metrics", Paths.Expected),
        };
        if (service.Port == 0 && !metrics.Has("port"))
            metrics.Report("port", "it is not set", "write the port of the metrics, e.g. 9100");
        metrics.ReportUnknownKeys();
        return read;
    }

    private static string ParseHost(string text) => text == DomainSettings.Apex ? text : ServiceName.Parse(text);

    private static string ParsePath(string text) => Paths.Parse(text) is "/" ? "/" : Paths.Parse(text).TrimEnd('/');

    private static int? ParseReplicas(string text) => text == "global" ? null
        : int.TryParse(text, out var number) && number is >= 0 and <= 100 ? number
        : throw new FormatException($"'{text}' is neither global nor a number from 0 to 100");

    private static string ParseNetwork(string text) => Networks.Contains(text)
        ? text
        : throw new FormatException($"there is no network '{text}' for services");

    private static string ParsePlacement(string text) => text is "manager" or "worker" or "data" or "edge"
        ? text
        : throw new FormatException($"'{text}' is no kind of node");

    private static bool ParseOrder(string text) => text switch
    {
        "start-first" => false,
        "stop-first" => true,
        _ => throw new FormatException($"'{text}' is no order"),
    };

    private static string ParseReason(string text) => text.Trim().Length > 0 ? text : throw new FormatException("it gives no reason");

    private static string ParseTarget(string text) => Paths.Parse(text) is var path && path.TrimEnd('/').Length > 0 && Path.GetFullPath(path) == path
        ? path
        : throw new FormatException($"'{text}' is not a path of its own in the container");

    /// <summary>The Docker Engine refuses a config without content.</summary>
    private static void CheckFile(string path, string text)
    {
        Paths.Parse(path);
        if (text.Length == 0)
            throw new FormatException("the file is empty");
    }
}
