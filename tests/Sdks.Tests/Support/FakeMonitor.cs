using System.Collections.Concurrent;
using Google.Protobuf.WellKnownTypes;
using Pulumi;
using Pulumirpc;

namespace Sdks.Tests.Support;

/// <summary>An engine in memory: keeps what it is sent, and echoes inputs unless told otherwise.</summary>
internal sealed class FakeMonitor : IMonitor, IEngine
{
    private readonly ConcurrentQueue<RegisterResourceRequest> _registered = new();
    private readonly ConcurrentQueue<ReadResourceRequest> _read = new();
    private readonly ConcurrentQueue<ResourceInvokeRequest> _invoked = new();
    private readonly ConcurrentQueue<RegisterResourceOutputsRequest> _outputs = new();
    private readonly ConcurrentQueue<LogRequest> _logged = new();

    public HashSet<string> Unsupported { get; } = ["outputValues"];

    public ConcurrentBag<string> Probed { get; } = [];

    /// <summary>By resource name.</summary>
    public Dictionary<string, Func<RegisterResourceRequest, RegisterResourceResponse>> Answers { get; } = [];

    public Func<ResourceInvokeRequest, InvokeResponse> Function { get; set; } = _ => new InvokeResponse { Return = new Struct() };

    public bool IsDryRun { get; init; }

    public bool WasShutDown { get; private set; }

    public IReadOnlyCollection<RegisterResourceRequest> Registered => _registered;

    public IReadOnlyCollection<ReadResourceRequest> Read => _read;

    public IReadOnlyCollection<ResourceInvokeRequest> Invoked => _invoked;

    public IReadOnlyCollection<RegisterResourceOutputsRequest> Outputs => _outputs;

    public IReadOnlyCollection<LogRequest> Logged => _logged;

    public RegisterResourceRequest this[string name] => Registered.Single(request => request.Name == name);

    public Task<bool> SupportsFeatureAsync(string feature)
    {
        Probed.Add(feature);
        return Task.FromResult(!Unsupported.Contains(feature));
    }

    public async Task<RegisterResourceResponse> RegisterResourceAsync(Resource resource, RegisterResourceRequest request)
    {
        _registered.Enqueue(request.Clone());
        await Task.Yield();
        return Answers.TryGetValue(request.Name, out var answer) ? answer(request) : Echo(request);
    }

    public RegisterResourceResponse Echo(RegisterResourceRequest request) => new()
    {
        Urn = UrnOf(request.Type, request.Name),
        Id = request.Custom && !IsDryRun ? $"{request.Name}-id" : "",
        Object = request.Object.Clone(),
    };

    public static string UrnOf(string type, string name) => $"urn:pulumi:dev::shop::{type}::{name}";

    public static string Widget(string name) => UrnOf("acme:index/widget:Widget", name);

    public Task<ReadResourceResponse> ReadResourceAsync(Resource resource, ReadResourceRequest request)
    {
        _read.Enqueue(request);
        return Task.FromResult(new ReadResourceResponse { Urn = UrnOf(request.Type, request.Name), Properties = request.Properties });
    }

    public Task<InvokeResponse> InvokeAsync(ResourceInvokeRequest request)
    {
        _invoked.Enqueue(request);
        return Task.FromResult(Function(request));
    }

    public Task RegisterResourceOutputsAsync(RegisterResourceOutputsRequest request)
    {
        _outputs.Enqueue(request);
        return Task.CompletedTask;
    }

    public Task SignalAndWaitForShutdownAsync()
    {
        WasShutDown = true;
        return Task.CompletedTask;
    }

    public Task LogAsync(LogRequest request)
    {
        _logged.Enqueue(request);
        return Task.CompletedTask;
    }
}
