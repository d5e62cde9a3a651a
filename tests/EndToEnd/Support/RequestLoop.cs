using System.Collections.Concurrent;
using System.Net;
using EndToEnd.Tests.Stories;

namespace EndToEnd.Tests;

/// <summary>Requests to the public address, from Cloudflare's network, one after the other in each of a few lanes until it is stopped.</summary>
internal sealed class RequestLoop : IAsyncDisposable
{
    private const int Lanes = 4;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentBag<string> _failures = [];
    private readonly ConcurrentDictionary<string, int> _answers = new();
    private readonly HttpClient _client;
    private readonly Task _lanes;
    private int _sent;

    /// <param name="stack">Whose public address is asked.</param>
    /// <param name="urls">What is asked for, in turns.</param>
    public RequestLoop(LoopbackStack stack, params IReadOnlyList<Uri> urls)
    {
        _client = stack.Client("cloudflare", Patience);
        _lanes = Task.WhenAll(Enumerable.Range(0, Lanes).Select(lane => Task.Run(() => RunAsync(urls, lane))));
    }

    /// <summary>Requests sent so far.</summary>
    public int Sent => _sent;

    /// <summary>What went wrong.</summary>
    public IReadOnlyCollection<string> Failures => _failures;

    /// <summary>How often each release answered.</summary>
    public IReadOnlyDictionary<string, int> Answers => _answers;

    /// <summary>Ends the loop when every request has been answered.</summary>
    public async Task StopAsync()
    {
        await _end.CancelAsync();
        await _lanes;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _client.Dispose();
        _end.Dispose();
    }

    private async Task RunAsync(IReadOnlyList<Uri> urls, int lane)
    {
        for (var turn = lane; !_end.IsCancellationRequested; turn++)
        {
            Interlocked.Increment(ref _sent);
            try
            {
                using var answer = await _client.GetAsync(urls[turn % urls.Count], CancellationToken.None);
                var text = await answer.Content.ReadAsStringAsync(CancellationToken.None);
                if (answer.StatusCode == HttpStatusCode.OK)
                    _answers.AddOrUpdate($"{System.Text.Json.Nodes.JsonNode.Parse(text)!["release"]}", 1, (_, count) => count + 1);
                else
                    _failures.Add($"{DateTime.UtcNow:HH:mm:ss} {urls[turn % urls.Count]} {(int)answer.StatusCode} {text}");
            }
            catch (Exception reason) when (reason is HttpRequestException or TaskCanceledException or System.Text.Json.JsonException)
            {
                _failures.Add($"{DateTime.UtcNow:HH:mm:ss} {urls[turn % urls.Count]} {reason.Message}");
            }

            await Task.Delay(Pause, CancellationToken.None);
        }
    }
}
