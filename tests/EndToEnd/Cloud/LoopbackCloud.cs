using System.Diagnostics;

namespace EndToEnd.Tests.Cloud;

/// <summary>
/// A place for machines: one process tree with a network of its own (<c>loopback-cloud</c>). It ends, and its folder goes, when this process
/// ends, however that happens; nothing of the host but that folder is touched.
/// </summary>
internal sealed class LoopbackCloud : IAsyncDisposable
{
    private const string Parent = "/var/tmp";
    private const string Prefix = "lhd-end-to-end-";

    private readonly Process? _process;
    private readonly int _first;

    private LoopbackCloud(Process? process, string folder, int first) => (_process, Folder, _first) = (process, folder, first);

    /// <summary>Holds everything of this cloud; removed with it.</summary>
    public string Folder { get; }

    /// <summary>Its first process, with which everything on it ends.</summary>
    public int FirstProcess => _first;

    /// <summary>Whether it outlives this process.</summary>
    public bool IsKept => _process is null;

    /// <summary>
    /// The cloud that outlives the processes which use it, for work on single chapters; it is started when there is none, and ends by
    /// <c>loopback-cloud FOLDER end</c>.
    /// </summary>
    /// <param name="name">Its name, one for each cloud that is kept.</param>
    public static async Task<LoopbackCloud> KeptAsync(string name = "kept")
    {
        await SweepLeftoversAsync();
        var folder = $"{Parent}/{Prefix}{name}";
        if (!Directory.Exists(folder))
        {
            Directory.CreateDirectory(folder);
            Process.Start(new ProcessStartInfo("setsid", [Script("loopback-cloud"), folder, "keep"]) { UseShellExecute = false })!.Dispose();
        }

        var first = 0;
        await Patience.UntilAsync("the kept cloud has started", TimeSpan.FromMinutes(1), async () =>
            File.Exists($"{folder}/first") && int.TryParse(await File.ReadAllTextAsync($"{folder}/first"), out first));
        return new(null, folder, first);
    }

    /// <summary>Removes what a killed run has left, then starts a cloud.</summary>
    public static async Task<LoopbackCloud> StartAsync()
    {
        await SweepLeftoversAsync();
        var folder = $"{Parent}/{Prefix}{Environment.ProcessId}-{Guid.NewGuid():N}"[..^24];
        Directory.CreateDirectory(folder);
        var process = Process.Start(new ProcessStartInfo(Script("loopback-cloud"), [folder])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
        var line = await process.StandardOutput.ReadLineAsync();
        return int.TryParse(line, out var first)
            ? new(process, folder, first)
            : throw new InvalidOperationException("the loopback cloud did not start; run the tests as root on a Linux with namespaces");
    }

    /// <summary>Path of a script of the cloud.</summary>
    public static string Script(string name) => Path.Combine(AppContext.BaseDirectory, "Cloud", name);

    /// <summary>Path of a network namespace, as this process may open it.</summary>
    public string NamespacePath(string network) => $"/proc/{_first}/root/run/netns/{network}";

    /// <summary>The command that runs another one inside the cloud, in one of its networks or in the provider's own.</summary>
    public IReadOnlyList<string> Inside(string? network, params IReadOnlyList<string> command) =>
    [
        "nsenter", $"--target={_first}", "--mount", "--pid", "--net", "--",
        .. network is null ? Array.Empty<string>() : ["nsenter", $"--net=/run/netns/{network}", "--"],
        .. command,
    ];

    /// <summary>Runs a command inside the cloud and returns what it printed.</summary>
    public async Task<string> RunAsync(string? network, params IReadOnlyList<string> command)
    {
        var all = Inside(network, command);
        var result = await Tool.RunAsync(all[0], [.. all.Skip(1)]);
        return result.ExitCode == 0
            ? result.Output
            : throw new InvalidOperationException($"{string.Join(' ', command)} ends with {result.ExitCode}:\n{result.Output}");
    }

    /// <summary>Starts a command inside the cloud that goes on by itself, also when this process is ended, and ends with the cloud.</summary>
    public void Launch(string? network, string log, params IReadOnlyList<string> command)
    {
        var all = Inside(network, ["setsid", "--fork", "sh", "-c", "exec >>\"$0\" 2>&1 </dev/null; exec \"$@\"", log, .. command]);
        Process.Start(new ProcessStartInfo(all[0], all.Skip(1)) { UseShellExecute = false })!.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is null)
            return;
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
        if (Directory.Exists(Folder) || Directory.Exists($"/proc/{_first}"))
            throw new InvalidOperationException($"the loopback cloud has ended, but {Folder} or its first process {_first} is still there");
    }

    /// <summary>Only folders whose maker is gone: its process id is in the name, or in the file "keeper".</summary>
    private static async Task SweepLeftoversAsync()
    {
        foreach (var folder in Directory.GetDirectories(Parent, $"{Prefix}*"))
        {
            var keeper = $"{folder}/keeper";
            var maker = File.Exists(keeper) ? (await File.ReadAllTextAsync(keeper)).Trim() : Path.GetFileName(folder)[Prefix.Length..].Split('-')[0];
            if (!Directory.Exists($"/proc/{maker}"))
                await Tool.AcceptAsync("bash", "", Script("loopback-cloud"), folder, "forget");
        }
    }
}
