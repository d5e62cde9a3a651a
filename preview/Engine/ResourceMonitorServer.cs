using Google.Protobuf.WellKnownTypes;
using Pulumi.Protocol;
using Pulumi.Protocol.Server;
using Pulumirpc;

namespace Preview.Engine;

/// <summary>The <c>ResourceMonitor</c> service: translates between the wire and a session, and decides nothing.</summary>
/// <param name="session">The run that it serves.</param>
public sealed class ResourceMonitorServer(EngineSession session)
{
    // What the program may use. Features that call back into the program (transforms, hooks) would need a client; SDKs then refuse them by name.
    private static readonly HashSet<string> Features =
        ["secrets", "resourceReferences", "outputValues", "aliasSpecs", "deletedWith", "replaceWith"];

    /// <summary>The service's methods.</summary>
    public IEnumerable<GrpcHandler> Handlers() =>
    [
        GrpcHandler.For(ResourceMonitorMethods.SupportsFeature, request => new SupportsFeatureResponse { HasSupport = Features.Contains(request.Id) }),
        GrpcHandler.For(ResourceMonitorMethods.RegisterResource, RegisterAsync),
        GrpcHandler.For(ResourceMonitorMethods.ReadResource, ReadAsync),
        GrpcHandler.For(ResourceMonitorMethods.RegisterResourceOutputs, RegisterOutputsAsync),
        GrpcHandler.For(ResourceMonitorMethods.Invoke, InvokeAsync),
        GrpcHandler.For(ResourceMonitorMethods.SignalAndWaitForShutdown, _ => new Empty()),
    ];

    private Task<RegisterResourceResponse> RegisterAsync(RegisterResourceRequest request, CancellationToken cancellationToken) => RefusingAsync(async () =>
    {
        var registration = WireRequests.ToRegistration(request, session.Stack, session.Project);
        var answer = await session.RegisterAsync(registration, cancellationToken);
        return new RegisterResourceResponse { Urn = registration.Urn, Id = answer.Id, Object = Encode(answer.Outputs) };
    });

    private Task<ReadResourceResponse> ReadAsync(ReadResourceRequest request, CancellationToken cancellationToken) => RefusingAsync(async () =>
    {
        var read = WireRequests.ToReadRequest(request, session.Stack, session.Project);
        var answer = await session.ReadAsync(read, cancellationToken);
        return new ReadResourceResponse { Urn = read.Urn, Properties = Encode(answer.Outputs) };
    });

    private Task<Empty> RegisterOutputsAsync(RegisterResourceOutputsRequest request, CancellationToken cancellationToken) => RefusingAsync(() =>
    {
        session.RegisterOutputs(request.Urn, WireRequests.Members(request.Outputs));
        return Task.FromResult(new Empty());
    });

    private Task<InvokeResponse> InvokeAsync(ResourceInvokeRequest request, CancellationToken cancellationToken) => RefusingAsync(async () =>
    {
        var answer = await session.InvokeAsync(WireRequests.ToInvocation(request), cancellationToken);
        var response = new InvokeResponse { Return = Encode(answer.Result), Unknown = answer.IsUnknown };
        response.Failures.AddRange((answer.Failures ?? []).Select(failure => new CheckFailure { Property = failure.Argument, Reason = failure.Reason }));
        return response;
    });

    private static Struct Encode(IReadOnlyDictionary<string, PropertyValue> members) => PropertyValueCodec.EncodeMap(new PropertyValue.Map(members));

    private async Task<T> RefusingAsync<T>(Func<Task<T>> action)
    {
        try
        {
            return await action();
        }
        catch (EngineException refusal)
        {
            session.Report(refusal);
            throw new GrpcException(GrpcStatusCode.InvalidArgument, refusal.Message, refusal);
        }
    }
}
