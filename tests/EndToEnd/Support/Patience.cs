namespace EndToEnd.Tests;

/// <summary>Waits that end.</summary>
internal static class Patience
{
    /// <summary>Waits until something holds, and fails with its name when it does not in time.</summary>
    public static async Task UntilAsync(string what, TimeSpan limit, Func<Task<bool>> holds)
    {
        for (var until = DateTime.UtcNow + limit; !await holds(); await Task.Delay(TimeSpan.FromMilliseconds(500)))
        {
            if (DateTime.UtcNow > until)
                throw new TimeoutException($"not within {limit.TotalSeconds:0} s: {what}");
        }
    }
}
