using System.Diagnostics;

namespace Sdks.Tests.Recordings;

/// <summary>A compiled program run to its end, with an environment that holds nothing but what it is given.</summary>
public static class ProgramProcess
{
    /// <summary>Far beyond any program here: a run that takes longer hangs.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static async Task<(int ExitCode, string Stdout, string Stderr)> RunAsync(
        string assembly, IEnumerable<KeyValuePair<string, string>> environment, params string[] arguments)
    {
        using var process = Process.Start(StartOf(assembly, environment, arguments))!;
        var (stdout, stderr) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException cancelled)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{Path.GetFileName(assembly)} still runs after {Patience.TotalSeconds} s; it printed: {await stdout}{await stderr}", cancelled);
        }
        return (process.ExitCode, await stdout, await stderr);
    }

    private static ProcessStartInfo StartOf(string assembly, IEnumerable<KeyValuePair<string, string>> environment, string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        foreach (var argument in (string[])["exec", assembly, .. arguments])
            start.ArgumentList.Add(argument);
        foreach (var inherited in start.Environment.Keys.Where(name => !IsNeededToStart(name)).ToList())
            start.Environment.Remove(inherited);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return start;
    }

    private static bool IsNeededToStart(string variable) =>
        variable is "PATH" or "HOME" or "TMPDIR" or "LD_LIBRARY_PATH" || variable.StartsWith("DOTNET_", StringComparison.Ordinal);
}
