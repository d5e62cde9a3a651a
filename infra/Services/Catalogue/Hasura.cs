using Infra.Secrets;
using Infra.Settings;

namespace Infra.Services.Catalogue;

/// <summary>Hasura GraphQL Engine: <c>/v1/graphql</c> of the api host, subscriptions included, and nothing else of it.</summary>
public static class Hasura
{
    /// <summary>Service and DNS name.</summary>
    public const string Name = "hasura";

    /// <summary>Port on its networks.</summary>
    public const int Port = 8080;

    /// <summary>Describes the service.</summary>
    /// <param name="settings">The stack file's section.</param>
    /// <param name="host">The api host.</param>
    public static ServiceSpec Describe(HasuraSettings settings, HostName host) =>
        new ServiceSpec(Name, settings.Image)
        {
            Mode = ServiceMode.Replicated(settings.Replicas),
            Args = settings.Command,
            Env = Env(settings),
            Networks = [OverlayNetwork.Edge, OverlayNetwork.Data],
            Routes = [new(host.ToString(), Port) { Path = "/v1/graphql" }, .. ConsoleRoutes(settings, host)],
            Health = HealthCheck.HttpByCurl(Port, "/healthz") with
            {
                Timeout = TimeSpan.FromSeconds(10),
                Retries = 5,
                StartPeriod = TimeSpan.FromMinutes(2),
            },
            Resources = new(settings.MemoryMiB, 1),
            WaitsFor = [Postgres.Name],
            StopGrace = TimeSpan.FromMinutes(1),
        }.WithSecretEnvironment(new Dictionary<string, string>(settings.SecretEnv)
        {
            ["HASURA_GRAPHQL_DATABASE_URL"] = SecretNames.DatabaseUrl,
            ["HASURA_GRAPHQL_ADMIN_SECRET"] = SecretNames.HasuraAdminSecret,
            ["HASURA_GRAPHQL_JWT_SECRET"] = SecretNames.HasuraJwtSecret,
        });

    private static Dictionary<string, string> Env(HasuraSettings settings) => new(settings.Env)
    {
        ["HASURA_GRAPHQL_ENABLE_CONSOLE"] = settings.Console ? "true" : "false",
        ["HASURA_GRAPHQL_DEV_MODE"] = settings.Console ? "true" : "false",
        ["HASURA_GRAPHQL_ENABLE_TELEMETRY"] = "false",
        ["HASURA_GRAPHQL_ENABLED_LOG_TYPES"] = "startup, http-log, webhook-log, websocket-log",
        ["HASURA_GRAPHQL_SERVER_PORT"] = $"{Port}",
        ["HASURA_GRAPHQL_GRACEFUL_SHUTDOWN_TIMEOUT"] = "45",
    };

    /// <summary>The console works against the metadata and schema APIs, which then must be reachable; each asks for the admin secret.</summary>
    private static IEnumerable<Route> ConsoleRoutes(HasuraSettings settings, HostName host) => settings.Console
        ? new[] { "/console", "/v1/metadata", "/v2/query", "/v1/version", "/v1alpha1/config" }.Select(path => new Route(host.ToString(), Port) { Path = path })
        : [];
}
