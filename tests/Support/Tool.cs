using System.Diagnostics;

namespace Tests.Support;

/// <summary>An installed program, run to its end.</summary>
public static class Tool
{
    private static readonly string[] AdministratorFolders = ["/usr/local/sbin", "/usr/sbin", "/sbin"];

    /// <summary>Path of a program, or null when it is not installed.</summary>
    public static string? Find(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(':', StringSplitOptions.RemoveEmptyEntries)
            .Concat(AdministratorFolders)
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);

    /// <summary>Runs a program and returns what it said, with its exit code.</summary>
    public static async Task<ToolResult> RunAsync(string name, params IReadOnlyList<string> arguments) =>
        await RunAsync(name, arguments, Path.GetTempPath(), input: string.Empty);

    /// <summary>The same in a folder, with a text on its standard input.</summary>
    public static async Task<ToolResult> RunAsync(string name, IReadOnlyList<string> arguments, string folder, string input)
    {
        var (code, output, errors) = await RunSplitAsync(name, arguments, folder, input, CancellationToken.None);
        return new ToolResult(code, output + errors);
    }

    /// <summary>The same with what it printed apart; it is killed when the token is cancelled.</summary>
    public static async Task<(int ExitCode, string Output, string Errors)> RunSplitAsync(
        string name, IReadOnlyList<string> arguments, string folder, string input, CancellationToken cancellation)
    {
        var path = Find(name) ?? throw new InvalidOperationException($"{name} is not installed: run .ci/install");
        var start = new ProcessStartInfo(path, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{path} did not start");
        using var killing = cancellation.Register(() => process.Kill(entireProcessTree: true));
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync(CancellationToken.None);
        cancellation.ThrowIfCancellationRequested();
        return (process.ExitCode, await output, await errors);
    }

    /// <summary>Runs a program on a text that we emit and returns what it said; fails the test with that when the program refuses the text.</summary>
    public static async Task<string> AcceptAsync(string name, string text, params IReadOnlyList<string> arguments)
    {
        var result = await RunAsync(name, arguments, Path.GetTempPath(), text);
        Assert.True(result.ExitCode == 0, $"{name} {string.Join(' ', arguments)} ends with {result.ExitCode}:\n{result.Output}\non\n{text}");
        return result.Output;
    }

    /// <summary>The same for a program that reads a file; <c>{}</c> among the arguments stands for it.</summary>
    public static async Task<string> AcceptFileAsync(string name, string text, params IReadOnlyList<string> arguments)
    {
        var path = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(path, text);
            return await AcceptAsync(name, string.Empty, [.. arguments.Select(argument => argument == "{}" ? path : argument)]);
        }
        finally
        {
            File.Delete(path);
        }
    }
}

/// <summary>How a program ended.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">Standard output, then standard error.</param>
public sealed record ToolResult(int ExitCode, string Output);
