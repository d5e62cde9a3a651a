namespace Pulumi.Protocol;

/// <summary>A call that ended with a status other than <see cref="GrpcStatusCode.Ok"/>.</summary>
/// <param name="code">The status.</param>
/// <param name="message">What the server said, or why it could not be asked.</param>
/// <param name="innerException">The failure of the transport, if that was the cause.</param>
public sealed class GrpcException(GrpcStatusCode code, string message, Exception? innerException = null)
    : Exception(message, innerException)
{
    /// <summary>The status.</summary>
    public GrpcStatusCode Code { get; } = code;
}
