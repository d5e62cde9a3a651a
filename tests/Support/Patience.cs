namespace Tests.Support;

/// <summary>Waits that end.</summary>
public static class Patience
{
    /// <summary>Waits until something holds, and fails with its name when it does not in time.</summary>
    /// <param name="what">What is waited for.</param>
    /// <param name="limit">How long.</param>
    /// <param name="holds">Whether it holds.</param>
    /// <param name="state">Tells the state, for the message of the failure.</param>
    public static async Task UntilAsync(string what, TimeSpan limit, Func<Task<bool>> holds, Func<Task<string>>? state = null)
    {
        for (var until = DateTime.UtcNow + limit; !await holds(); await Task.Delay(TimeSpan.FromMilliseconds(500)))
        {
            if (DateTime.UtcNow > until)
                throw new TimeoutException($"not within {limit.TotalSeconds:0} s: {what}\n{(state is null ? "" : await TellAsync(state))}");
        }
    }

    private static async Task<string> TellAsync(Func<Task<string>> state)
    {
        try
        {
            return await state();
        }
        catch (Exception reason) when (reason is HttpRequestException or InvalidOperationException or TaskCanceledException)
        {
            return $"and its state cannot be told: {reason.Message}";
        }
    }
}
