using System.Text.RegularExpressions;

namespace Infra.Settings;

/// <summary>
/// How much Prometheus keeps and may use. It forgets what is older than the one limit or does not fit the other, whichever comes first.
/// See https://prometheus.io/docs/prometheus/latest/storage/.
/// </summary>
/// <param name="RetentionTime">How long metrics are kept, such as <c>15d</c>.</param>
/// <param name="RetentionSize">How much disk they may use, such as <c>4GB</c>.</param>
/// <param name="Volume">Docker volume that holds them.</param>
/// <param name="MemoryMiB">Memory limit in MiB.</param>
public sealed partial record PrometheusSettings(string RetentionTime, string RetentionSize, string Volume, int MemoryMiB)
{
    private const int SmallestSizeMB = 512;

    /// <summary>Reads the values.</summary>
    public static PrometheusSettings Read(SettingsSource source) => new(
        source.Value("metricsRetention", ParseTime, "write a number and h, d, w or y, e.g. 15d"),
        source.Value("metricsRetentionSize", ParseSize, "write a number and MB or GB, at least 512MB, e.g. 4GB"),
        source.Value("metricsVolume", ParseVolume, "write the name of a Docker volume, e.g. prometheus-data"),
        source.Integer("prometheusMemory", 192, 65536, "set MiB, at least 192, e.g. lhd:prometheusMemory: 384"));

    private static string ParseTime(string text) => TimePattern().IsMatch(text)
        ? text
        : throw new FormatException($"'{text}' is not a time");

    private static string ParseSize(string text) => SizePattern().Match(text) switch
    {
        { Success: false } => throw new FormatException($"'{text}' is not a size"),
        var size when Megabytes(size) < SmallestSizeMB => throw new FormatException($"{text} does not hold two hours of metrics"),
        _ => text,
    };

    private static long Megabytes(Match size) => long.Parse(size.Groups["number"].Value) * (size.Groups["unit"].Value == "GB" ? 1024 : 1);

    private static string ParseVolume(string text) => VolumePattern().IsMatch(text)
        ? text
        : throw new FormatException($"'{text}' cannot be a volume's name");

    [GeneratedRegex(@"\A[1-9][0-9]{0,4}[hdwy]\z", RegexOptions.None, 1000)]
    private static partial Regex TimePattern();

    [GeneratedRegex(@"\A(?<number>[1-9][0-9]{0,5})(?<unit>MB|GB)\z", RegexOptions.None, 1000)]
    private static partial Regex SizePattern();

    [GeneratedRegex(@"\A[a-zA-Z0-9][a-zA-Z0-9_.-]{1,63}\z", RegexOptions.None, 1000)]
    private static partial Regex VolumePattern();
}
