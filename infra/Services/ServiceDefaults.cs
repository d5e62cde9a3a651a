namespace Infra.Services;

/// <summary>What every service has when its description says nothing else.</summary>
public static class ServiceDefaults
{
    /// <summary>Time between two health checks.</summary>
    public static readonly TimeSpan HealthInterval = TimeSpan.FromSeconds(10);

    /// <summary>How long one health check may take.</summary>
    public static readonly TimeSpan HealthTimeout = TimeSpan.FromSeconds(5);

    /// <summary>Failed checks in a row that make a task unhealthy.</summary>
    public const int HealthRetries = 3;

    /// <summary>Time after the start during which failed checks do not count.</summary>
    public static readonly TimeSpan HealthStartPeriod = TimeSpan.FromSeconds(30);

    /// <summary>Pause between two groups of tasks in an update; Traefik looks for new tasks every 15 s.</summary>
    public static readonly TimeSpan UpdateDelay = TimeSpan.FromSeconds(20);

    /// <summary>Least time that a new task is watched for failure.</summary>
    public static readonly TimeSpan ShortestMonitor = TimeSpan.FromSeconds(30);

    /// <summary>Pause before a task that ended is started again.</summary>
    public static readonly TimeSpan RestartDelay = TimeSpan.FromSeconds(5);

    /// <summary>Time after which a start counts as a success.</summary>
    public static readonly TimeSpan RestartWindow = TimeSpan.FromMinutes(2);

    /// <summary>How long a task may take to stop.</summary>
    public static readonly TimeSpan StopGrace = TimeSpan.FromSeconds(30);

    /// <summary>Mode of a secret's or config's file in a container: readable to every process there (0444).</summary>
    public const UnixFileMode FileMode = UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    /// <summary>Log driver of every task; its files are rotated and compressed.</summary>
    public const string LogDriver = "local";

    /// <summary>At most this much log for a task: five files of 10 MB.</summary>
    public static readonly IReadOnlyDictionary<string, string> LogOptions = new Dictionary<string, string>
    {
        ["max-size"] = "10m",
        ["max-file"] = "5",
    };
}
