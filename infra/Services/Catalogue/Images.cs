namespace Infra.Services.Catalogue;

/// <summary>
/// The image of every service of the platform, each with an exact tag, so that an upgrade is one line here.
/// Tags were read from each project's own releases in August 2026.
/// </summary>
public static class Images
{
    /// <summary>PostgreSQL on Debian; the mount path follows from the major version. Debian's release is pinned too: another one may sort text differently, which breaks indexes.</summary>
    public const string Postgres = "postgres:18.6-bookworm";

    /// <summary>Hasura GraphQL Engine, community edition.</summary>
    public const string Hasura = "hasura/graphql-engine:v2.48.11";

    /// <summary>Traefik; before v3.6.1 it cannot talk to Docker 29.</summary>
    public const string Traefik = "traefik:v3.7.11";

    /// <summary>HAProxy in front of the Docker socket, which lets only chosen read requests through.</summary>
    public const string SocketProxy = "tecnativa/docker-socket-proxy:v0.4.1";

    /// <summary>Portainer's server, community edition with long-term support, on Alpine: the other one has neither a shell nor a program for a health check.</summary>
    public const string Portainer = "portainer/portainer-ce:2.39.5-alpine";

    /// <summary>Portainer's agent, of the server's version.</summary>
    public const string PortainerAgent = "portainer/agent:2.39.5-alpine";
}
