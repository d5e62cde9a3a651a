using System.Collections.Immutable;
using Pulumi;

namespace Sdks.Tests.Support;

internal static class OutputAssertions
{
    public static Task<OutputData<T>> DataAsync<T>(this Output<T> output) => output.GetDataAsync().WaitAsync(TimeSpan.FromSeconds(10));

    /// <summary>An array's elements: xunit would compare immutable arrays by reference.</summary>
    public static async Task<IEnumerable<T>> ItemsAsync<T>(this Output<ImmutableArray<T>> output) => await output.ValueAsync();

    public static async Task<T> ValueAsync<T>(this Output<T> output)
    {
        var data = await output.DataAsync();
        Assert.True(data.IsKnown, "the output is unknown");
        return data.Value;
    }
}
