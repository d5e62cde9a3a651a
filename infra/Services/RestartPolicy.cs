namespace Infra.Services;

/// <summary>When a task that ended is started again.</summary>
/// <param name="Condition">After which kind of end.</param>
public sealed record RestartPolicy(RestartCondition Condition)
{
    /// <summary>Pause before the new start.</summary>
    public TimeSpan Delay { get; init; } = ServiceDefaults.RestartDelay;

    /// <summary>Attempts within <see cref="Window"/>; 0 for no limit.</summary>
    public int MaxAttempts { get; init; }

    /// <summary>Time after which a start counts as a success.</summary>
    public TimeSpan Window { get; init; } = ServiceDefaults.RestartWindow;

    /// <summary>After any end.</summary>
    public static RestartPolicy Always { get; } = new(RestartCondition.Any);

    /// <summary>For work that is done once: start again only when it failed.</summary>
    public static RestartPolicy OnFailure { get; } = new(RestartCondition.OnFailure);
}

/// <summary>After which kind of end a task is started again.</summary>
public enum RestartCondition
{
    /// <summary>Any end.</summary>
    Any,

    /// <summary>An exit code other than 0.</summary>
    OnFailure,

    /// <summary>Never.</summary>
    None,
}
