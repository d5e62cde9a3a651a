using Google.Protobuf.WellKnownTypes;
using Pulumirpc;

namespace Pulumi.Protocol;

/// <summary>The methods of <c>pulumirpc.Engine</c>.</summary>
public static class EngineMethods
{
    private const string Service = "pulumirpc.Engine";

    /// <summary>Shows a message to the user.</summary>
    public static GrpcMethod<LogRequest, Empty> Log { get; } = new(Service, "Log", LogRequest.Parser, Empty.Parser);

    /// <summary>The URN of the root stack.</summary>
    public static GrpcMethod<GetRootResourceRequest, GetRootResourceResponse> GetRootResource { get; } =
        new(Service, "GetRootResource", GetRootResourceRequest.Parser, GetRootResourceResponse.Parser);

    /// <summary>Declares the URN of the root stack.</summary>
    public static GrpcMethod<SetRootResourceRequest, SetRootResourceResponse> SetRootResource { get; } =
        new(Service, "SetRootResource", SetRootResourceRequest.Parser, SetRootResourceResponse.Parser);

    /// <summary>Fails unless the engine's version is in a range.</summary>
    public static GrpcMethod<RequirePulumiVersionRequest, RequirePulumiVersionResponse> RequirePulumiVersion { get; } =
        new(Service, "RequirePulumiVersion", RequirePulumiVersionRequest.Parser, RequirePulumiVersionResponse.Parser);
}
