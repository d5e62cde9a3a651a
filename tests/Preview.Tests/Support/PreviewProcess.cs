using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Preview.Tests.Support;

/// <summary>What a run of the preview printed and returned.</summary>
internal sealed partial record PreviewProcess(int ExitCode, string Output, string Messages)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    public static async Task<PreviewProcess> RunAsync(string folder, params IEnumerable<string> arguments)
    {
        using var process = Start(folder, arguments);
        using var timeout = new CancellationTokenSource(Limit);
        var output = process.StandardOutput.ReadToEndAsync(timeout.Token);
        var messages = process.StandardError.ReadToEndAsync(timeout.Token);
        await process.WaitForExitAsync(timeout.Token);
        return new(process.ExitCode, await output, Normalised(await messages, folder));
    }

    public static Process Start(string folder, params IEnumerable<string> arguments)
    {
        // A shell starts what it runs in the background with interrupts ignored, and what it runs inherits that: tests may be run so.
        var start = new ProcessStartInfo("env", ["--default-signal=INT", "dotnet", Built.Preview, .. arguments, "--cwd", folder])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return Process.Start(start)!;
    }

    // The id of a process differs from run to run.
    private static string Normalised(string text, string folder) =>
        ProcessId().Replace(text.Replace(folder, "<folder>", StringComparison.Ordinal), "in process <id>");

    [GeneratedRegex(@"in process \d+", RegexOptions.None, 1000)]
    private static partial Regex ProcessId();
}
