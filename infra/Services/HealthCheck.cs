namespace Infra.Services;

/// <summary>How the engine knows that a task works. See https://docs.docker.com/reference/dockerfile/#healthcheck.</summary>
/// <param name="Test">The engine's test form: <c>CMD</c> and arguments, <c>CMD-SHELL</c> and a command line, or <c>NONE</c>.</param>
public sealed record HealthCheck(IReadOnlyList<string> Test)
{
    /// <summary>Time between two checks.</summary>
    public TimeSpan Interval { get; init; } = ServiceDefaults.HealthInterval;

    /// <summary>How long one check may take.</summary>
    public TimeSpan Timeout { get; init; } = ServiceDefaults.HealthTimeout;

    /// <summary>Failures in a row that make a task unhealthy.</summary>
    public int Retries { get; init; } = ServiceDefaults.HealthRetries;

    /// <summary>Time after the start during which failures do not count.</summary>
    public TimeSpan StartPeriod { get; init; } = ServiceDefaults.HealthStartPeriod;

    /// <summary>Why there is no check; null when there is one.</summary>
    public string? NoneBecause { get; private init; }

    /// <summary>How long a bad task can look like one that is still starting.</summary>
    public TimeSpan TimeToFail => NoneBecause is null ? StartPeriod + (Interval * Retries) : TimeSpan.Zero;

    /// <summary>A command and its arguments, run in the container without a shell.</summary>
    public static HealthCheck Command(params IReadOnlyList<string> command) => new(["CMD", .. command]);

    /// <summary>A command line for the container's shell.</summary>
    public static HealthCheck Shell(string commandLine) => new(["CMD-SHELL", commandLine]);

    /// <summary>A request to the task's own port that must be answered with success, made by BusyBox's wget.</summary>
    public static HealthCheck Http(int port, string path) =>
        Command("wget", "--quiet", "--tries=1", "--output-document=/dev/null", $"http://127.0.0.1:{port}{path}");

    /// <summary>The same for an image that has curl and no wget.</summary>
    public static HealthCheck HttpByCurl(int port, string path) =>
        Command("curl", "--fail", "--silent", "--show-error", "--output", "/dev/null", $"http://127.0.0.1:{port}{path}");

    /// <summary>No check, and why that is right for this service.</summary>
    public static HealthCheck None(string because) => new(["NONE"]) { NoneBecause = because };
}
