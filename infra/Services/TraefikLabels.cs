namespace Infra.Services;

/// <summary>
/// Turns routes into the service labels that Traefik's swarm provider reads.
/// See https://doc.traefik.io/traefik/reference/routing-configuration/other-providers/swarm/.
/// </summary>
public static class TraefikLabels
{
    /// <summary>Middleware that asks for the dashboard user's password; defined in the file provider's configuration.</summary>
    public const string DashboardAuth = "dashboard-auth@file";

    /// <summary>Middleware that repeats a request which no task has answered; defined in the file provider's configuration.</summary>
    public const string Retry = "retry@file";

    /// <summary>Label that names the network on which a service is reached that is not on the edge network.</summary>
    public const string Network = "traefik.swarm.network";

    /// <summary>The labels of a service, none when it has no route.</summary>
    /// <param name="spec">The service.</param>
    /// <param name="https">Whether the routes are served over https.</param>
    public static IReadOnlyDictionary<string, string> For(ServiceSpec spec, bool https)
    {
        var labels = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (spec.Routes.Count == 0)
            return labels;
        labels["traefik.enable"] = "true";
        labels["traefik.swarm.lbswarm"] = "true";
        foreach (var (index, route) in spec.Routes.Index())
            Add(labels, spec.Routes.Count == 1 ? spec.Name : $"{spec.Name}-{index}", route, https);
        return labels;
    }

    /// <summary>Traefik's rule for a route: whole path segments only.</summary>
    public static string Rule(Route route) => route.Path == "/"
        ? $"Host(`{route.Host}`)"
        : $"Host(`{route.Host}`) && (Path(`{route.Path}`) || PathPrefix(`{route.Path}/`))";

    /// <summary>The longer path wins, stated so that it does not depend on how long a rule's text is.</summary>
    public static int Priority(Route route) => route.Path.Length;

    private static void Add(SortedDictionary<string, string> labels, string name, Route route, bool https)
    {
        var router = $"traefik.http.routers.{name}";
        labels[$"{router}.rule"] = Rule(route);
        labels[$"{router}.entrypoints"] = https ? "websecure" : "web";
        labels[$"{router}.priority"] = $"{Priority(route)}";
        labels[$"{router}.service"] = route.InternalService ?? name;
        labels[$"{router}.middlewares"] = string.Join(',', Middlewares(name, route));
        labels[$"traefik.http.services.{name}.loadbalancer.server.port"] = $"{route.Port}";
        if (https)
            labels[$"{router}.tls"] = "true";
        if (route.StripPath)
            labels[$"traefik.http.middlewares.{name}-strip.stripprefix.prefixes"] = route.Path;
    }

    private static IEnumerable<string> Middlewares(string name, Route route)
    {
        if (route.Access == RouteAccess.Dashboard)
            yield return DashboardAuth;
        yield return Retry;
        if (route.StripPath)
            yield return $"{name}-strip";
    }
}
