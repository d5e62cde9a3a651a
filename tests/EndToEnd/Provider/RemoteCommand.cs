using System.Text.Json.Nodes;
using EndToEnd.Tests.Cloud;

namespace EndToEnd.Tests.Provider;

/// <summary>
/// The command provider's remote command (https://www.pulumi.com/registry/packages/command/api-docs/remote/command): over SSH from the admin
/// network, with the connection that was given, its host key checked; the secret goes to the standard input.
/// </summary>
internal sealed class RemoteCommand(LoopbackCloud cloud) : ResourceKind
{
    private const int ConnectionFailed = 255;

    public override async Task<Existing> CreateAsync(Asked asked, CancellationToken cancellation) =>
        new($"{Guid.NewGuid():N}", await RunAsync(asked, asked.Text("create"), cancellation));

    public override async Task<Existing> UpdateAsync(Existing existing, Asked before, Asked asked, CancellationToken cancellation) =>
        existing with { Outputs = await RunAsync(asked, asked.Inputs.ContainsKey("update") ? asked.Text("update") : asked.Text("create"), cancellation) };

    public override async Task DeleteAsync(Existing existing, Asked asked, CancellationToken cancellation)
    {
        if (asked.Inputs.ContainsKey("delete"))
            await RunAsync(asked, asked.Text("delete"), cancellation);
    }

    private async Task<JsonObject> RunAsync(Asked asked, string script, CancellationToken cancellation)
    {
        var connection = asked.Inputs["connection"]!;
        var folder = Directory.CreateDirectory($"{cloud.Folder}/ssh/{Guid.NewGuid():N}", UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute).FullName;
        try
        {
            await File.WriteAllTextAsync($"{folder}/key", $"{connection["privateKey"]}", cancellation);
            File.SetUnixFileMode($"{folder}/key", UnixFileMode.UserRead | UnixFileMode.UserWrite);
            await File.WriteAllTextAsync($"{folder}/known", $"{connection["host"]} {connection["hostKey"]}\n", cancellation);
            var command = cloud.Inside(
                "admin", "ssh", "-i", $"{folder}/key", "-o", "IdentitiesOnly=yes", "-o", "IdentityAgent=none", "-o", "BatchMode=yes", "-o", "LogLevel=ERROR",
                "-o", "StrictHostKeyChecking=yes", "-o", $"UserKnownHostsFile={folder}/known", "-o", "GlobalKnownHostsFile=/dev/null",
                "-o", $"ConnectTimeout={connection["perDialTimeout"]}", "--", $"{connection["user"]}@{connection["host"]}", script);
            for (var dials = 1; ; dials++)
            {
                var result = await Tool.RunSplitAsync(command[0], [.. command.Skip(1)], folder, asked.Text("stdin"), cancellation);
                if (result.ExitCode == 0)
                    return new() { ["stdout"] = result.Output.TrimEnd('\n'), ["stderr"] = result.Errors.TrimEnd('\n') };
                var cannotConnect = result.ExitCode == ConnectionFailed && result.Output.Length == 0;
                if (!cannotConnect || dials >= connection["dialErrorLimit"]!.GetValue<double>())
                    throw new InvalidOperationException($"the remote command ends with {result.ExitCode}: {result.Errors}{result.Output}");
                await Task.Delay(TimeSpan.FromSeconds(1), cancellation);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
