using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using EndToEnd.Tests.Cloud;

namespace EndToEnd.Tests.Docker;

/// <summary>The API of a Docker Engine, reached as the docker provider reaches it: <c>ssh HOST docker system dial-stdio</c>, with the options given.</summary>
internal sealed class EngineApi : IDisposable
{
    private readonly SocketsHttpHandler _handler;
    private readonly HttpClient _client;

    /// <param name="cloud">Where the engine is.</param>
    /// <param name="provider">Arguments of the docker provider.</param>
    /// <param name="agent">Socket of the ssh-agent of whoever deploys.</param>
    public EngineApi(LoopbackCloud cloud, JsonObject provider, string agent)
    {
        var host = new Uri($"{provider["host"]}");
        var options = JsonSerializer.Deserialize<string[]>($"{provider["sshOpts"]}")!;
        var command = cloud.Inside("admin", ["ssh", .. options, "-o", "BatchMode=yes", "-o", "LogLevel=ERROR", "-l", host.UserInfo, "--", host.Host, "docker", "system", "dial-stdio"]);
        var start = new ProcessStartInfo(command[0], command.Skip(1)) { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment["SSH_AUTH_SOCK"] = agent;
        _handler = new() { MaxConnectionsPerServer = 8, ConnectCallback = (_, _) => ValueTask.FromResult<Stream>(new ProcessStream(Process.Start(start)!)) };
        _client = new(_handler, disposeHandler: false) { BaseAddress = new("http://docker/v1.41/"), Timeout = TimeSpan.FromMinutes(2) };
    }

    /// <summary>Asks; null when it does not exist.</summary>
    public async Task<JsonNode?> GetAsync(string path, CancellationToken cancellation)
    {
        using var response = await _client.GetAsync(new Uri(path, UriKind.Relative), cancellation);
        return response.StatusCode == HttpStatusCode.NotFound ? null : await ReadAsync(response, path, cancellation);
    }

    /// <summary>Creates or changes, with the login for a registry where there is one.</summary>
    public async Task<JsonNode?> PostAsync(string path, JsonObject body, JsonObject? login, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        if (login is not null)
            request.Headers.Add("X-Registry-Auth", Convert.ToBase64String(Encoding.UTF8.GetBytes(login.ToJsonString())).Replace('+', '-').Replace('/', '_'));
        using var response = await _client.SendAsync(request, cancellation);
        return await ReadAsync(response, path, cancellation);
    }

    /// <summary>Deletes.</summary>
    public async Task DeleteAsync(string path, CancellationToken cancellation)
    {
        using var response = await _client.DeleteAsync(new Uri(path, UriKind.Relative), cancellation);
        await ReadAsync(response, path, cancellation);
    }

    public void Dispose()
    {
        _client.Dispose();
        _handler.Dispose();
    }

    private static async Task<JsonNode?> ReadAsync(HttpResponseMessage response, string path, CancellationToken cancellation)
    {
        var text = await response.Content.ReadAsStringAsync(cancellation);
        return !response.IsSuccessStatusCode ? throw new InvalidOperationException($"{path}: {(int)response.StatusCode} {text}")
            : text.Length == 0 ? null : JsonNode.Parse(text);
    }
}
