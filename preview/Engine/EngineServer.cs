using Google.Protobuf.WellKnownTypes;
using Preview.Planning;
using Pulumi.Protocol;
using Pulumi.Protocol.Server;
using Pulumirpc;

namespace Preview.Engine;

/// <summary>The <c>Engine</c> service: log calls become diagnostics of the session.</summary>
/// <param name="session">The run that it serves.</param>
public sealed class EngineServer(EngineSession session)
{
    private string _rootResource = "";

    /// <summary>The service's methods.</summary>
    public IEnumerable<GrpcHandler> Handlers() =>
    [
        GrpcHandler.For(EngineMethods.Log, Log),
        GrpcHandler.For(EngineMethods.GetRootResource, _ => new GetRootResourceResponse { Urn = _rootResource }),
        GrpcHandler.For(EngineMethods.SetRootResource, SetRootResource),
        GrpcHandler.For(EngineMethods.RequirePulumiVersion, _ => new RequirePulumiVersionResponse()),
    ];

    private Empty Log(LogRequest request)
    {
        // Progress that the CLI shows in passing and does not keep.
        if (request.Ephemeral)
            return new();

        var severity = request.Severity switch
        {
            LogSeverity.Debug => Severity.Debug,
            LogSeverity.Info => Severity.Info,
            LogSeverity.Warning => Severity.Warning,
            _ => Severity.Error,
        };
        session.Log(new(severity, request.Urn, request.Message));
        return new();
    }

    private SetRootResourceResponse SetRootResource(SetRootResourceRequest request)
    {
        _rootResource = request.Urn;
        return new();
    }
}
