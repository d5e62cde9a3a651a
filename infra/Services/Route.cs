namespace Infra.Services;

/// <summary>A public address that Traefik sends to a service.</summary>
/// <param name="Host">Full host name, such as <c>api.example.com</c>.</param>
/// <param name="Port">Port that the service listens on inside its container.</param>
public sealed record Route(string Host, int Port)
{
    /// <summary>
    /// Path that the route takes, together with everything below it; whole segments only, so <c>/v1/graphql</c> does not take
    /// <c>/v1/graphql2</c>. <c>/</c>, the default, takes what no longer path of the same host takes.
    /// </summary>
    public string Path { get; init; } = "/";

    /// <summary>Whether the path is cut off before the service sees the request.</summary>
    public bool StripPath { get; init; }

    /// <summary>Who may pass.</summary>
    public RouteAccess Access { get; init; } = RouteAccess.Public;

    /// <summary>Traefik's own service to answer with instead of this one's port, such as <c>api@internal</c>; null for the port.</summary>
    public string? InternalService { get; init; }
}

/// <summary>Who may pass a route.</summary>
public enum RouteAccess
{
    /// <summary>Everybody; the service itself decides.</summary>
    Public,

    /// <summary>Who knows the dashboard user's password (HTTP basic auth, checked by Traefik).</summary>
    Dashboard,
}
