using System.Collections.Concurrent;
using System.Net;

namespace Monitoring.Tests;

/// <summary>An HTTP page on loopback that always answers the same, and keeps what was posted to it.</summary>
public sealed class LocalPage : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly string _content;

    public LocalPage(string content)
    {
        _content = content;
        Port = Loopback.FreePort();
        _listener.Prefixes.Add($"http://127.0.0.1:{Port}/");
        _listener.Start();
        _ = AnswerAsync();
    }

    public int Port { get; }

    public ConcurrentQueue<string> Posted { get; } = [];

    public void Dispose() => _listener.Close();

    private async Task AnswerAsync()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext request;
            try
            {
                request = await _listener.GetContextAsync();
            }
            catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            using var reader = new StreamReader(request.Request.InputStream);
            if (await reader.ReadToEndAsync() is { Length: > 0 } body)
                Posted.Enqueue(body);
            request.Response.ContentType = "text/plain; version=0.0.4";
            await using var writer = new StreamWriter(request.Response.OutputStream);
            await writer.WriteAsync(_content);
        }
    }
}
