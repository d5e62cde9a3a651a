namespace Infra.Services;

/// <summary>Durations as Go prints them, which is how the engine gives them back: any other spelling would show as a change for ever.</summary>
public static class GoDuration
{
    /// <summary>A duration of whole seconds, such as <c>10s</c>, <c>2m0s</c> or <c>1h0m0s</c> (https://pkg.go.dev/time#Duration.String).</summary>
    public static string Of(TimeSpan duration)
    {
        var seconds = (long)Math.Ceiling(duration.TotalSeconds);
        return seconds < 60 ? $"{seconds}s"
            : seconds < 3600 ? $"{seconds / 60}m{seconds % 60}s"
            : $"{seconds / 3600}h{seconds % 3600 / 60}m{seconds % 60}s";
    }
}
