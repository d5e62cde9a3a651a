using Pulumirpc;

namespace Pulumi;

/// <summary>What answers a program's registrations: the engine, or a test's mocks.</summary>
internal interface IMonitor
{
    Task<bool> SupportsFeatureAsync(string feature);

    Task<RegisterResourceResponse> RegisterResourceAsync(Resource resource, RegisterResourceRequest request);

    Task<ReadResourceResponse> ReadResourceAsync(Resource resource, ReadResourceRequest request);

    Task<InvokeResponse> InvokeAsync(ResourceInvokeRequest request);

    Task RegisterResourceOutputsAsync(RegisterResourceOutputsRequest request);

    /// <summary>Tells the engine that the program is done, and waits until the engine is too.</summary>
    Task SignalAndWaitForShutdownAsync();
}
