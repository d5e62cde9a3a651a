using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Pulumi.Protocol;
using Pulumirpc;

namespace Pulumi;

/// <summary>The engine's resource monitor.</summary>
internal sealed class GrpcMonitor(string address) : IMonitor, IDisposable
{
    private readonly GrpcChannel _channel = new(address);

    public async Task<bool> SupportsFeatureAsync(string feature) =>
        (await CallAsync(ResourceMonitorMethods.SupportsFeature, new SupportsFeatureRequest { Id = feature })).HasSupport;

    public Task<RegisterResourceResponse> RegisterResourceAsync(Resource resource, RegisterResourceRequest request) =>
        CallAsync(ResourceMonitorMethods.RegisterResource, request);

    public Task<ReadResourceResponse> ReadResourceAsync(Resource resource, ReadResourceRequest request) =>
        CallAsync(ResourceMonitorMethods.ReadResource, request);

    public Task<InvokeResponse> InvokeAsync(ResourceInvokeRequest request) =>
        CallAsync(ResourceMonitorMethods.Invoke, request);

    public Task RegisterResourceOutputsAsync(RegisterResourceOutputsRequest request) =>
        CallAsync(ResourceMonitorMethods.RegisterResourceOutputs, request);

    public async Task SignalAndWaitForShutdownAsync()
    {
        try
        {
            await _channel.CallAsync(ResourceMonitorMethods.SignalAndWaitForShutdown, new Empty());
        }
        catch (GrpcException exception) when (exception.Code == GrpcStatusCode.Unimplemented)
        {
            // Engines before 3.150 end the conversation when the process does.
        }
        catch (GrpcException exception)
        {
            throw new RpcException(exception);
        }
    }

    public void Dispose() => _channel.Dispose();

    private async Task<TResponse> CallAsync<TRequest, TResponse>(GrpcMethod<TRequest, TResponse> method, TRequest request)
        where TRequest : class, IMessage<TRequest>
        where TResponse : class, IMessage<TResponse>
    {
        try
        {
            return await _channel.CallAsync(method, request);
        }
        catch (GrpcException exception)
        {
            throw new RpcException(exception);
        }
    }
}
