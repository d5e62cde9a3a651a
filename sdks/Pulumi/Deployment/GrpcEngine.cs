using Pulumi.Protocol;
using Pulumirpc;

namespace Pulumi;

/// <summary>The engine that shows messages; connected to when there is a first one.</summary>
internal sealed class GrpcEngine(string address) : IEngine, IDisposable
{
    private readonly Lazy<GrpcChannel> _channel = new(() => new GrpcChannel(address));

    public async Task LogAsync(LogRequest request)
    {
        try
        {
            await _channel.Value.CallAsync(EngineMethods.Log, request);
        }
        catch (GrpcException exception)
        {
            throw new LogException(new RpcException(exception));
        }
    }

    public void Dispose()
    {
        if (_channel.IsValueCreated)
            _channel.Value.Dispose();
    }
}
