using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;

namespace Peers.Tests;

/// <summary>Runs the C# program under the Node engine, once for each way to run it.</summary>
internal static class PeerEngine
{
    /// <summary>Far beyond any run: one that takes longer hangs.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private static readonly ConcurrentDictionary<string, Lazy<Task<PeerConversation>>> Runs = new();

    /// <param name="mode"><c>dry</c> or <c>up</c>.</param>
    /// <param name="fail">How the program is to fail; null if it is not to.</param>
    public static Task<PeerConversation> RunAsync(string mode, string? fail = null) =>
        Runs.GetOrAdd($"{mode} {fail}", _ => new(() => StartAsync(mode, fail))).Value;

    private static async Task<PeerConversation> StartAsync(string mode, string? fail)
    {
        var config = new Dictionary<string, string> { ["peers:sshKey"] = "PRIVATE KEY", ["peers:zone"] = "zone-1" };
        if (fail is not null)
            config["peers:fail"] = fail;
        var start = new ProcessStartInfo("node", ["engine.js", mode, "dotnet", "exec", PeerFolder.CSharpProgram])
        {
            UseShellExecute = false,
            WorkingDirectory = PeerFolder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["PULUMI_PROJECT"] = "peers",
                ["PULUMI_STACK"] = "dev",
                ["PULUMI_CONFIG"] = JsonSerializer.Serialize(config),
                ["PULUMI_CONFIG_SECRET_KEYS"] = """["peers:sshKey"]""",
            },
        };
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var patience = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(patience.Token);
        return process.ExitCode == 0
            ? PeerConversation.Parse(await output)
            : throw new InvalidOperationException($"the Node engine failed: {await errors}");
    }
}
