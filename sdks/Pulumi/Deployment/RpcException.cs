using Pulumi.Protocol;

namespace Pulumi;

/// <summary>The engine refused a call or could not be asked; its status and words, in the form that users of Pulumi know.</summary>
internal sealed class RpcException(GrpcException refusal) : Exception($"Status(StatusCode=\"{refusal.Code}\", Detail=\"{refusal.Message}\")")
{
    /// <summary>Whether the engine could not be reached; then every call that is under way fails, each with an exception of its own.</summary>
    public bool IsUnavailable { get; } = refusal.Code == GrpcStatusCode.Unavailable;
}
