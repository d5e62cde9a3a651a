using System.Diagnostics;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace Tests.Support.Docker;

/// <summary>
/// A real Docker Engine of its own, in a temporary folder, with a swarm of one node unless it is to be made by the test. It pulls nothing. Its network is its own too, so that
/// its containers meet nobody else's, and it has <c>/run/docker.sock</c> for itself.
/// </summary>
internal sealed class DockerDaemon : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lhd-docker-").FullName;
    private readonly Process _process;
    private readonly SocketsHttpHandler _handler;
    private readonly HttpClient _client;

    private DockerDaemon(string storage)
    {
        var socket = Path.Combine(_folder, "docker.sock");
        Host = $"unix://{socket}";
        _process = Process.Start(new ProcessStartInfo("unshare",
        [
            "--net", "--mount", "--", "sh", "-c", "PATH=$PATH:/usr/sbin:/sbin; ip link set lo up && mount -t tmpfs tmpfs /run && exec dockerd \"$@\"", "dockerd",
            "--data-root", $"{_folder}/data", "--exec-root", $"{_folder}/exec", "--pidfile", $"{_folder}/pid", "--host", Host, "--host", "unix:///run/docker.sock",
            "--iptables=false", "--ip6tables=false", "--bridge=none", .. storage.Length > 0 ? new[] { $"--storage-driver={storage}" } : [],
        ])
        { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false })!;
        _process.BeginErrorReadLine();
        _process.BeginOutputReadLine();
        _handler = new()
        {
            ConnectCallback = async (_, cancellation) =>
            {
                var connection = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                await connection.ConnectAsync(new UnixDomainSocketEndPoint(socket), cancellation);
                return new NetworkStream(connection, ownsSocket: true);
            },
        };
        _client = new(_handler, disposeHandler: false) { BaseAddress = new("http://docker/v1.41/") };
    }

    /// <summary>Where it listens, as Docker's command line wants it in <c>DOCKER_HOST</c>.</summary>
    public string Host { get; }

    /// <summary>Its network, as <c>nsenter --net=</c> wants it.</summary>
    public string Network => $"/proc/{_process.Id}/ns/net";

    /// <summary>Starts an engine.</summary>
    /// <param name="storage">Driver for images; a copy of each for every container works everywhere. Empty for the best that this system has.</param>
    /// <param name="swarm">Whether it has a swarm.</param>
    public static async Task<DockerDaemon> StartAsync(string storage = "vfs", bool swarm = true)
    {
        var daemon = new DockerDaemon(storage);
        for (var tries = 0; !await daemon.AnswersAsync(); tries++)
        {
            Assert.True(tries < 300 && !daemon._process.HasExited, "dockerd does not answer");
            await Task.Delay(200);
        }

        if (swarm)
            await daemon.PostAsync("swarm/init", new() { ["ListenAddr"] = "127.0.0.1:0", ["AdvertiseAddr"] = "127.0.0.1" });
        return daemon;
    }

    /// <summary>Runs Docker's command line on this engine, and fails when it does.</summary>
    public async Task<string> RunAsync(params IReadOnlyList<string> arguments)
    {
        var result = await TryAsync(arguments);
        Assert.True(result.ExitCode == 0, $"docker {string.Join(' ', arguments)} ends with {result.ExitCode}: {result.Output}");
        return result.Output;
    }

    /// <summary>The same for a command that may fail.</summary>
    public Task<ToolResult> TryAsync(params IReadOnlyList<string> arguments) => Tool.RunAsync("docker", ["--host", Host, .. arguments]);

    /// <summary>Runs a program in the engine's network, where its published ports are.</summary>
    public Task<ToolResult> InNetworkAsync(string program, params IReadOnlyList<string> arguments) =>
        Tool.RunAsync("nsenter", [$"--net={Network}", "--", program, .. arguments]);

    public async Task<JsonNode?> PostAsync(string path, JsonObject body)
    {
        using var response = await _client.PostAsJsonAsync(new Uri(path, UriKind.Relative), body);
        return await ReadAsync(response, path);
    }

    public async Task<JsonNode> GetAsync(string path)
    {
        using var response = await _client.GetAsync(new Uri(path, UriKind.Relative));
        return (await ReadAsync(response, path))!;
    }

    public async Task<string> DeleteAsync(string path)
    {
        using var response = await _client.DeleteAsync(new Uri(path, UriKind.Relative));
        return $"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}";
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        _handler.Dispose();
        // Asked to stop, it takes its containers along.
        await Tool.RunAsync("kill", "-TERM", $"{_process.Id}");
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await _process.WaitForExitAsync(patience.Token).ContinueWith(_ => _process.Kill(), TaskScheduler.Default);
        await _process.WaitForExitAsync();
        _process.Dispose();
        try
        {
            Directory.Delete(_folder, recursive: true);
        }
        catch (IOException)
        {
            // A network namespace of the engine may still be mounted below it; the system removes it on restart.
        }
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            using var response = await _client.GetAsync(new Uri("_ping", UriKind.Relative));
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static async Task<JsonNode?> ReadAsync(HttpResponseMessage response, string path)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{path}: {(int)response.StatusCode} {text}");
        return text.Length == 0 ? null : JsonNode.Parse(text);
    }
}
