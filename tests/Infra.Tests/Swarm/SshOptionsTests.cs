using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Infra.Swarm;
using Tests.Support;

namespace Infra.Tests.Swarm;

/// <summary>The options against a real sshd on loopback.</summary>
public sealed class SshOptionsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    [RequiresToolFact("ssh", "sshd", "ssh-keygen")]
    public async Task A_host_with_the_known_key_is_accepted_and_any_other_refused()
    {
        var hostKey = await KeyAsync("host");
        var otherKey = await KeyAsync("other");
        await KeyAsync("user");
        var port = FreePort();
        using var sshd = Start(port);
        try
        {
            var accepted = await LoginAsync(port, hostKey);
            var refused = await LoginAsync(port, otherKey);

            Assert.Equal((0, "welcome"), (accepted.ExitCode, accepted.Output.Trim()));
            Assert.NotEqual(0, refused.ExitCode);
            Assert.Contains("Host key verification failed.", refused.Output, StringComparison.Ordinal);
        }
        finally
        {
            sshd.Kill(entireProcessTree: true);
            await sshd.WaitForExitAsync();
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private Process Start(int port)
    {
        if (Environment.IsPrivilegedProcess)
            Directory.CreateDirectory("/run/sshd");
        var config = Path.Combine(_folder.FullName, "sshd_config");
        File.WriteAllText(config, $"""
            ListenAddress 127.0.0.1:{port}
            HostKey {_folder.FullName}/host
            AuthorizedKeysFile {_folder.FullName}/user.pub
            StrictModes no
            UsePAM no
            PidFile none

            """);
        return Process.Start(Tool.Find("sshd")!, ["-D", "-q", "-f", config]);
    }

    private async Task<ToolResult> LoginAsync(int port, string knownKey)
    {
        IReadOnlyList<string> arguments =
        [
            .. SshOptions.Checking(knownKey), "-F", "none", "-o", "BatchMode=yes", "-o", "IdentitiesOnly=yes", "-i", $"{_folder.FullName}/user",
            "-o", "ConnectionAttempts=20", "-p", $"{port}", $"{Environment.UserName}@127.0.0.1", "echo welcome",
        ];
        return await Tool.RunAsync("ssh", arguments);
    }

    private async Task<string> KeyAsync(string name)
    {
        var path = Path.Combine(_folder.FullName, name);
        await Tool.AcceptAsync("ssh-keygen", "", "-q", "-t", "ed25519", "-N", "", "-C", name, "-f", path);
        return await File.ReadAllTextAsync($"{path}.pub");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
