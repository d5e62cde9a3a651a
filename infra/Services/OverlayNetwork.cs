namespace Infra.Services;

/// <summary>The overlay networks of an environment, each for one kind of conversation.</summary>
public enum OverlayNetwork
{
    /// <summary>Between Traefik and what it routes to.</summary>
    Edge,

    /// <summary>Between applications and databases; internal, without a way out.</summary>
    Data,

    /// <summary>Between Prometheus and what it scrapes.</summary>
    Metrics,

    /// <summary>Between Traefik and the Docker socket proxy, and nobody else; internal.</summary>
    Socket,

    /// <summary>Between Portainer and its agents, and nobody else; internal.</summary>
    Agent,
}
