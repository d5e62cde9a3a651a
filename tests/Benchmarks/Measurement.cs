using System.ComponentModel;
using System.Diagnostics;

namespace Benchmarks;

/// <summary>What a process needed.</summary>
internal sealed record Measurement(TimeSpan Wall, TimeSpan Cpu, long PeakBytes)
{
    private const int SampleMilliseconds = 5;

    /// <summary>Runs a process to its end. CPU and memory are sampled while it lives, because nobody tells them afterwards.</summary>
    public static async Task<Measurement> OfAsync(string program, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;

        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        var (cpu, peak) = Sample(process);
        var wall = clock.Elapsed;
        return process.ExitCode == 0
            ? new(wall, cpu, peak)
            : throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {await output}{await errors}");
    }

    private static (TimeSpan Cpu, long Peak) Sample(Process process)
    {
        var (cpu, peak) = (TimeSpan.Zero, 0L);
        while (!process.WaitForExit(SampleMilliseconds))
        {
            try
            {
                process.Refresh();
                (cpu, peak) = (process.TotalProcessorTime, Math.Max(peak, process.PeakWorkingSet64));
            }
            catch (Exception gone) when (gone is InvalidOperationException or Win32Exception)
            {
                // It ended between two looks.
            }
        }

        return (cpu, peak);
    }
}
