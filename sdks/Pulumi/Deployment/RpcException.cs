using Pulumi.Protocol;

namespace Pulumi;

/// <summary>The engine refused a call or could not be asked; its status and words, in the form that users of Pulumi know.</summary>
internal sealed class RpcException(GrpcException refusal) : Exception($"Status(StatusCode=\"{refusal.Code}\", Detail=\"{refusal.Message}\")")
{
}
