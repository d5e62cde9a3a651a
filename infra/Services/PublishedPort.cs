namespace Infra.Services;

/// <summary>A port of the node itself (host mode, so that the client's address is kept), which only the proxy may have.</summary>
/// <param name="Published">Port of the node.</param>
/// <param name="Target">Port in the container.</param>
/// <param name="Protocol"><c>tcp</c> or <c>udp</c>.</param>
public sealed record PublishedPort(int Published, int Target, string Protocol = "tcp");
