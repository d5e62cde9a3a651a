using System.Diagnostics;
using Tests.Support;

namespace Monitoring.Tests;

/// <summary>An installed server, running until it is disposed.</summary>
public sealed class Daemon : IDisposable
{
    private readonly List<string> _lines = [];
    private readonly Process _process;

    public Daemon(string tool, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var path = Tool.Find(tool) ?? throw new InvalidOperationException($"{tool} is not installed: run .ci/install");
        var start = new ProcessStartInfo(path, arguments) { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        _process = Process.Start(start) ?? throw new InvalidOperationException($"{path} did not start");
        _process.OutputDataReceived += Remember;
        _process.ErrorDataReceived += Remember;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>What it said.</summary>
    public IReadOnlyList<string> Log
    {
        get
        {
            lock (_lines)
                return [.. _lines];
        }
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }

    private void Remember(object sender, DataReceivedEventArgs line)
    {
        lock (_lines)
            _lines.Add(line.Data ?? string.Empty);
    }
}
