using System.ComponentModel;
using System.Diagnostics;

namespace Preview.Programs;

/// <summary>Runs a process to its end, or ends it and everything it started.</summary>
public static class ChildProcess
{
    /// <summary>Starts a process and forwards each line that it prints.</summary>
    /// <param name="command">What to start.</param>
    /// <param name="environment">Variables to set beside those of this process.</param>
    /// <param name="output">Receives the lines of the standard output.</param>
    /// <param name="error">Receives the lines of the standard error.</param>
    /// <param name="cancellationToken">Ends the process.</param>
    /// <returns>The exit code.</returns>
    /// <exception cref="OperationCanceledException">The process was ended.</exception>
    /// <exception cref="ProgramStartException">The process cannot be started.</exception>
    public static async Task<int> RunAsync(
        ProgramCommand command,
        IReadOnlyDictionary<string, string> environment,
        Action<string> output,
        Action<string> error,
        CancellationToken cancellationToken)
    {
        using var process = new Process { StartInfo = StartInfo(command, environment) };
        process.OutputDataReceived += (_, line) => Forward(line.Data, output);
        process.ErrorDataReceived += (_, line) => Forward(line.Data, error);
        Start(process);
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await process.WaitForExitAsync(cancellationToken);
            return process.ExitCode;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private static void Start(Process process)
    {
        try
        {
            process.Start();
        }
        catch (Win32Exception reason)
        {
            throw new ProgramStartException(reason.Message);
        }
    }

    private static ProcessStartInfo StartInfo(ProgramCommand command, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(command.FileName, command.Arguments)
        {
            UseShellExecute = false,
            WorkingDirectory = command.WorkingFolder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return start;
    }

    private static void Forward(string? line, Action<string> receiver)
    {
        if (line is not null)
            receiver(line);
    }
}
