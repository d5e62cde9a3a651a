using Google.Protobuf.WellKnownTypes;
using Pulumirpc;

namespace Pulumi.Protocol;

/// <summary>The methods of <c>pulumirpc.ResourceMonitor</c>.</summary>
public static class ResourceMonitorMethods
{
    private const string Service = "pulumirpc.ResourceMonitor";

    /// <summary>Whether the engine knows a feature, such as <c>outputValues</c>.</summary>
    public static GrpcMethod<SupportsFeatureRequest, SupportsFeatureResponse> SupportsFeature { get; } =
        new(Service, "SupportsFeature", SupportsFeatureRequest.Parser, SupportsFeatureResponse.Parser);

    /// <summary>Declares a resource; answered when the engine has created, updated or left it.</summary>
    public static GrpcMethod<RegisterResourceRequest, RegisterResourceResponse> RegisterResource { get; } =
        new(Service, "RegisterResource", RegisterResourceRequest.Parser, RegisterResourceResponse.Parser);

    /// <summary>Completes a component, or the stack, with its outputs.</summary>
    public static GrpcMethod<RegisterResourceOutputsRequest, Empty> RegisterResourceOutputs { get; } =
        new(Service, "RegisterResourceOutputs", RegisterResourceOutputsRequest.Parser, Empty.Parser);

    /// <summary>Reads a resource that exists already.</summary>
    public static GrpcMethod<ReadResourceRequest, ReadResourceResponse> ReadResource { get; } =
        new(Service, "ReadResource", ReadResourceRequest.Parser, ReadResourceResponse.Parser);

    /// <summary>Calls a function of a provider.</summary>
    public static GrpcMethod<ResourceInvokeRequest, InvokeResponse> Invoke { get; } =
        new(Service, "Invoke", ResourceInvokeRequest.Parser, InvokeResponse.Parser);

    /// <summary>Introduces a parameterised package.</summary>
    public static GrpcMethod<RegisterPackageRequest, RegisterPackageResponse> RegisterPackage { get; } =
        new(Service, "RegisterPackage", RegisterPackageRequest.Parser, RegisterPackageResponse.Parser);

    /// <summary>Sent once when the program has run; answered when the engine is done. Older engines do not have it.</summary>
    public static GrpcMethod<Empty, Empty> SignalAndWaitForShutdown { get; } =
        new(Service, "SignalAndWaitForShutdown", Empty.Parser, Empty.Parser);
}
