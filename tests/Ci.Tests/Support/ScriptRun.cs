using System.Diagnostics;

namespace Ci.Tests;

/// <summary>A job script, run as the runner would: in the repository's folder, with nothing in its environment but what the test gives.</summary>
internal sealed class ScriptRun : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lhd-ci-");

    /// <summary>Where stand-ins are put; comes first on the script's path.</summary>
    public string Bin => _folder.CreateSubdirectory("bin").FullName;

    /// <summary>Folder for files of the test.</summary>
    public string Folder => _folder.FullName;

    /// <summary>The script's environment, besides <c>PATH</c>, <c>HOME</c> and <c>TMPDIR</c>.</summary>
    public Dictionary<string, string> Environment { get; } = [];

    /// <summary>Runs a file of <c>ci/</c> to its end.</summary>
    /// <param name="script">Name of the file.</param>
    /// <param name="arguments">Its arguments.</param>
    public Task<ScriptResult> RunAsync(string script, params IReadOnlyList<string> arguments) => RunAsync(script, arguments, "");

    /// <summary>The same with a text on its standard input.</summary>
    public async Task<ScriptResult> RunAsync(string script, IReadOnlyList<string> arguments, string input)
    {
        var start = new ProcessStartInfo(Repository.PathOf("ci", script), arguments)
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment.Clear();
        start.Environment["PATH"] = $"{Bin}:/usr/local/bin:/usr/bin:/bin";
        start.Environment["HOME"] = Folder;
        start.Environment["TMPDIR"] = _folder.CreateSubdirectory("tmp").FullName;
        foreach (var (name, value) in Environment)
            start.Environment[name] = value;

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return new(process.ExitCode, await output, await errors);
    }

    /// <summary>Writes a file and returns its path.</summary>
    public string Write(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Puts a program before the real one of the same name.</summary>
    public void StandIn(string name, string text)
    {
        var path = Path.Combine(Bin, name);
        File.WriteAllText(path, text);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>What scripts left in their folder for temporary files.</summary>
    public IEnumerable<string> Leftovers => _folder.CreateSubdirectory("tmp").EnumerateFileSystemInfos().Select(file => file.Name);

    public void Dispose() => _folder.Delete(recursive: true);
}

/// <summary>How a script ended.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">Its standard output.</param>
/// <param name="Errors">Its standard error.</param>
internal sealed record ScriptResult(int ExitCode, string Output, string Errors)
{
    /// <summary>Fails the test when the script failed.</summary>
    public ScriptResult Succeeds()
    {
        Assert.True(ExitCode == 0, $"ended with {ExitCode}:\n{Output}\n{Errors}");
        return this;
    }

    /// <summary>Fails the test when the script did not fail with this text.</summary>
    public ScriptResult FailsWith(string text)
    {
        Assert.True(ExitCode != 0, $"succeeded:\n{Output}\n{Errors}");
        Assert.Contains(text, Errors, StringComparison.Ordinal);
        return this;
    }
}
