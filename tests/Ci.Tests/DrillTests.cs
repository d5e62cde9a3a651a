using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Ci.Tests;

/// <summary>The scheduled rehearsal of a restore, over a real sshd on which <c>lhd-backups</c> says what the test wants.</summary>
public sealed class DrillTests : IAsyncLifetime, IDisposable
{
    private readonly ScriptRun _run = new();
    private readonly PulumiStandIn _pulumi;
    private readonly ConcurrentQueue<string> _messages = [];
    private readonly int _port = FreePort();
    private LocalServer _slack = null!;
    private Process? _sshd;

    public DrillTests() => _pulumi = new(_run);

    public async Task InitializeAsync()
    {
        _slack = await LocalServer.StartAsync(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            _messages.Enqueue(await reader.ReadToEndAsync());
            await context.Response.WriteAsync("ok");
        });
        _run.Environment["LHD_SLACK_WEBHOOK"] = $"{_slack.Url}/services/T000/B000/XXXXXXXXXXXX";
        _run.Environment["CI_JOB_URL"] = "https://gitlab.example.com/acme/lhd/-/jobs/9";
    }

    public Task DisposeAsync() => _slack.DisposeAsync().AsTask();

    public void Dispose()
    {
        if (_sshd is { HasExited: false })
        {
            _sshd.Kill(entireProcessTree: true);
            _sshd.WaitForExit();
        }

        _sshd?.Dispose();
        _run.Dispose();
    }

    [RequiresToolFact("sshd", "ssh", "jq", "curl")]
    public async Task A_drill_that_succeeds_says_what_it_found_in_the_job_alone()
    {
        await ServeAsync("echo \"$*: tables: public.things=1000\"");

        var result = (await DrillAsync()).Succeeds();

        Assert.Contains("drill: tables: public.things=1000", result.Output, StringComparison.Ordinal);
        Assert.Empty(_messages);
        Assert.Equal(["stack output --stack production --json"], _pulumi.Calls);
        Assert.Empty(_run.Leftovers);
    }

    [RequiresToolFact("sshd", "ssh", "jq", "curl")]
    public async Task A_drill_that_fails_is_told_with_the_reason()
    {
        await ServeAsync("echo 'error: the table migrations is empty'; echo 'error: the drill failed: this backup would not have saved you'; exit 1");

        (await DrillAsync()).FailsWith("The restore drill of production failed");

        Assert.StartsWith("The restore drill of production failed: its last backup would not have saved the data.\nhttps://gitlab.example.com/acme/lhd/-/jobs/9\n", Text(), StringComparison.Ordinal);
        Assert.Contains("the table migrations is empty", Text(), StringComparison.Ordinal);
    }

    [RequiresToolFact("sshd", "ssh", "jq", "curl")]
    public async Task Another_host_at_that_address_is_not_asked()
    {
        await ServeAsync("echo asked", hostKey: "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIDPDkDuP2DnZ1iU4DSnvLW3N8zi7D7UTdbQpFUXNeWHr");

        (await DrillAsync()).FailsWith("did not take place");

        Assert.Contains("Host key verification failed", Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("asked", Text(), StringComparison.Ordinal);
    }

    [RequiresToolFact("sshd", "ssh", "jq", "curl")]
    public async Task A_stack_that_does_not_say_where_it_is_is_told_too()
    {
        await ServeAsync("echo asked");
        _pulumi.Outputs("{}");

        (await DrillAsync()).FailsWith("nothing is known about its last backup");

        Assert.Contains("stack production has no output sshCommand: update it (pulumi up)", Text(), StringComparison.Ordinal);
    }

    private Task<ScriptResult> DrillAsync() => _run.RunAsync("with-deploy-key.sh", "ci/drill.sh", "production");

    private async Task ServeAsync(string command, string? hostKey = null)
    {
        var remote = Directory.CreateDirectory(Path.Combine(_run.Folder, "remote"));
        _run.Write("remote/lhd-backups", $"#!/bin/sh\n{command}\n");
        await Tool.AcceptAsync("chmod", "", "0755", $"{remote.FullName}/lhd-backups");
        var known = await KeyAsync("host");
        await KeyAsync("user");
        _run.Environment["LHD_SSH_KEY"] = Path.Combine(_run.Folder, "user");
        if (Environment.IsPrivilegedProcess)
            Directory.CreateDirectory("/run/sshd");
        var config = _run.Write("sshd_config", $"""
            ListenAddress 127.0.0.1:{_port}
            HostKey {_run.Folder}/host
            AuthorizedKeysFile {_run.Folder}/user.pub
            SetEnv PATH={remote.FullName}:/usr/bin:/bin
            StrictModes no
            UsePAM no
            PidFile none

            """);
        _sshd = Process.Start(Tool.Find("sshd")!, ["-D", "-q", "-f", config]);
        await ListeningAsync();
        _pulumi.Outputs(JsonSerializer.Serialize(new { sshCommand = $"ssh -p {_port} {Environment.UserName}@127.0.0.1", hostKey = hostKey ?? known }));
    }

    private async Task ListeningAsync()
    {
        for (var tries = 0; ; tries++)
        {
            using var client = new TcpClient();
            try
            {
                await client.ConnectAsync(IPAddress.Loopback, _port);
                return;
            }
            catch (SocketException) when (tries < 600 && !_sshd!.HasExited)
            {
                await Task.Delay(100);
            }
        }
    }

    private async Task<string> KeyAsync(string name)
    {
        var path = Path.Combine(_run.Folder, name);
        await Tool.AcceptAsync("ssh-keygen", "", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", path);
        return (await File.ReadAllTextAsync($"{path}.pub")).Trim();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private string Text() => (string)JsonNode.Parse(Assert.Single(_messages))!["text"]!;
}
