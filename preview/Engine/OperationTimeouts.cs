using System.Globalization;

namespace Preview.Engine;

/// <summary>How long operations on a resource may take, in seconds; 0 leaves it to the provider.</summary>
public sealed record OperationTimeouts(double Create, double Update, double Delete)
{
    private const double NanosecondsPerSecond = 1e9;

    /// <summary>Reads the three texts of the wire, whole nanoseconds such as <c>300000000000ns</c>, or empty.</summary>
    public static OperationTimeouts Parse(string create, string update, string delete) => new(Seconds(create), Seconds(update), Seconds(delete));

    private static double Seconds(string text) =>
        text.EndsWith("ns", StringComparison.Ordinal) && long.TryParse(text[..^2], NumberStyles.None, CultureInfo.InvariantCulture, out var nanoseconds)
            ? nanoseconds / NanosecondsPerSecond
            : 0;
}
