namespace Infra.Settings;

/// <summary>A service that a stack file adds, under <c>lhd:services</c>. What it leaves out has the platform's defaults.</summary>
/// <param name="Name">Service and DNS name.</param>
/// <param name="Image">Pinned image.</param>
public sealed record DeclaredService(string Name, ImageReference Image)
{
    /// <summary>Its place in the settings, e.g. <c>services[0]</c>.</summary>
    public string Setting { get; init; } = ServiceListSettings.Key;

    /// <summary>First label of its public host, <c>@</c> for the domain itself; null for a service that is not public.</summary>
    public string? Host { get; init; }

    /// <summary>Path that it takes on its host.</summary>
    public string Path { get; init; } = "/";

    /// <summary>Whether the path is cut off before the service sees it.</summary>
    public bool StripPath { get; init; }

    /// <summary>Port that it listens on; 0 for a service without one.</summary>
    public int Port { get; init; }

    /// <summary>Whether the dashboard user's password is asked for.</summary>
    public bool Protected { get; init; }

    /// <summary>Number of tasks; null for one on every node that fits.</summary>
    public int? Replicas { get; init; } = 1;

    /// <summary>Replaces the image's entry point.</summary>
    public IReadOnlyList<string> Command { get; init; } = [];

    /// <summary>Arguments of the entry point.</summary>
    public IReadOnlyList<string> Args { get; init; } = [];

    /// <summary>Environment variables.</summary>
    public IReadOnlyDictionary<string, string> Env { get; init; } = new Dictionary<string, string>();

    /// <summary>Secrets that its program reads from variables: name of the secret by name of the variable.</summary>
    public IReadOnlyDictionary<string, string> SecretEnv { get; init; } = new Dictionary<string, string>();

    /// <summary>Secrets that it reads from files.</summary>
    public IReadOnlyList<string> Secrets { get; init; } = [];

    /// <summary>Networks besides the one that its route needs: <c>data</c>, <c>metrics</c>, <c>edge</c>.</summary>
    public IReadOnlyList<string> Networks { get; init; } = [];

    /// <summary>Where it runs: <c>manager</c>, <c>worker</c>, <c>data</c> or <c>edge</c>; null for anywhere.</summary>
    public string? Placement { get; init; }

    /// <summary>How its health is checked.</summary>
    public required DeclaredHealth Health { get; init; }

    /// <summary>Memory limit in MiB.</summary>
    public int MemoryMiB { get; init; }

    /// <summary>Memory set aside in MiB; half of the limit when null.</summary>
    public int? ReservedMemoryMiB { get; init; }

    /// <summary>CPU limit in cores.</summary>
    public double Cpus { get; init; }

    /// <summary>Where it keeps data.</summary>
    public IReadOnlyList<DeclaredMount> Mounts { get; init; } = [];

    /// <summary>Text files: content by path in the container.</summary>
    public IReadOnlyDictionary<string, string> Files { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether the old task stops before the new one starts.</summary>
    public bool StopFirst { get; init; }

    /// <summary>Services that must run before it is created or updated.</summary>
    public IReadOnlyList<string> WaitsFor { get; init; } = [];

    /// <summary>Port of its metrics; 0 for none.</summary>
    public int MetricsPort { get; init; }

    /// <summary>Path of its metrics.</summary>
    public string MetricsPath { get; init; } = "/metrics";

    /// <summary>User that it runs as.</summary>
    public string? User { get; init; }
}

/// <summary>How the health of a declared service is checked; exactly one of path, command and reason is set.</summary>
public sealed record DeclaredHealth
{
    /// <summary>Path on its port that answers with success.</summary>
    public string? Path { get; init; }

    /// <summary>Whether the image has curl and no wget.</summary>
    public bool Curl { get; init; }

    /// <summary>Command that ends with success.</summary>
    public IReadOnlyList<string> Command { get; init; } = [];

    /// <summary>Why it cannot be checked.</summary>
    public string? None { get; init; }

    /// <summary>Seconds between checks.</summary>
    public int Interval { get; init; }

    /// <summary>Seconds that a check may take.</summary>
    public int Timeout { get; init; }

    /// <summary>Failures in a row that count.</summary>
    public int Retries { get; init; }

    /// <summary>Seconds after the start in which failures do not count.</summary>
    public int StartPeriod { get; init; }
}

/// <summary>Where a declared service keeps data: a named volume, a path of its node, or memory.</summary>
/// <param name="Target">Path in the container.</param>
public sealed record DeclaredMount(string Target)
{
    /// <summary>Name of a volume.</summary>
    public string? Volume { get; init; }

    /// <summary>Path on the node.</summary>
    public string? Source { get; init; }

    /// <summary>Size in memory, in MiB.</summary>
    public int MemoryMiB { get; init; }

    /// <summary>Whether the service cannot write to it.</summary>
    public bool ReadOnly { get; init; }
}
