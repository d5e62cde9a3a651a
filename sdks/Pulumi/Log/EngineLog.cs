using Pulumirpc;

namespace Pulumi;

/// <summary>Sends messages to the engine one after the other, without holding up who writes them.</summary>
internal sealed class EngineLog(IEngine engine) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _closing = new();
    private readonly List<Task> _waiting = [];
    private Task _last = Task.CompletedTask;

    /// <summary>Whether an error was written.</summary>
    public bool HasErrors { get; private set; }

    public void Write(LogSeverity severity, string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null)
    {
        HasErrors |= severity == LogSeverity.Error;
        var request = new LogRequest { Severity = severity, Message = message, StreamId = streamId ?? 0, Ephemeral = ephemeral ?? false };
        if (resource is null)
        {
            Enqueue(request);
            return;
        }

        lock (_gate)
            _waiting.Add(EnqueueWithUrnAsync(request, resource));
    }

    /// <summary>
    /// Waits until everything is sent; throws <see cref="LogException"/> when the engine did not take it. Messages about
    /// resources that are not registered within the grace period are sent without them.
    /// </summary>
    public async Task CloseAsync(TimeSpan grace)
    {
        _closing.CancelAfter(grace);
        Task[] waiting;
        lock (_gate)
            waiting = [.. _waiting];
        await Task.WhenAll(waiting);
        lock (_gate)
            waiting = [_last];
        await Task.WhenAll(waiting);
    }

    public void Dispose() => _closing.Dispose();

    private void Enqueue(LogRequest request)
    {
        lock (_gate)
            _last = SendAsync(_last, request);
    }

    private async Task SendAsync(Task previous, LogRequest request)
    {
        await previous;
        await engine.LogAsync(request);
    }

    private async Task EnqueueWithUrnAsync(LogRequest request, Resource resource)
    {
        var urn = resource.Urn.GetDataAsync();
        // The outcome is looked at below: a registration that failed is reported by itself.
        await urn.WaitAsync(_closing.Token).ContinueWith(
            static wait => _ = wait.Exception, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        request.Urn = urn.IsCompletedSuccessfully ? (await urn).Value : "";
        Enqueue(request);
    }
}
