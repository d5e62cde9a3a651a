using Infra.Services;

namespace Infra.Monitoring;

/// <summary>A public address that is asked for from inside, the way a client would: through DNS, Cloudflare and Traefik.</summary>
/// <param name="Url">The address.</param>
/// <param name="Expectation">What a working service answers.</param>
public sealed record UrlProbe(string Url, ProbeExpectation Expectation)
{
    /// <summary>One probe for every route of an environment.</summary>
    public static IEnumerable<UrlProbe> Of(WatchedEnvironment environment) =>
        from service in environment.Services
        from route in service.Routes
        select Of(service, route, environment.Scheme);

    private static UrlProbe Of(ServiceSpec service, Route route, string scheme)
    {
        var url = $"{scheme}://{route.Host}";
        return route switch
        {
            { Access: RouteAccess.Dashboard } => new(url + route.Path, ProbeExpectation.AsksForPassword),
            _ when route.Path.EndsWith("/graphql", StringComparison.Ordinal) => new(url + route.Path, ProbeExpectation.AnswersGraphql),
            _ when HealthPath(service, route) is { } path => new(url + path, ProbeExpectation.Succeeds),
            _ => new(url + route.Path, ProbeExpectation.Answers),
        };
    }

    // The service's own health path says more than any other page, if the route lets it through unchanged.
    private static string? HealthPath(ServiceSpec service, Route route)
    {
        var local = $"http://127.0.0.1:{route.Port}";
        var path = service.Health.Test.LastOrDefault(part => part.StartsWith(local, StringComparison.Ordinal))?[local.Length..];
        return path is ['/', ..] && !route.StripPath && IsBelow(path, route.Path) ? path : null;
    }

    private static bool IsBelow(string path, string prefix) =>
        prefix == "/" || path == prefix || path.StartsWith(prefix + "/", StringComparison.Ordinal);
}

/// <summary>What a probe takes for an answer of a working service.</summary>
public enum ProbeExpectation
{
    /// <summary>Success.</summary>
    Succeeds,

    /// <summary>
    /// Anything but a server's error or "not found", which is what Traefik says when it has no route: the service's first page is
    /// not known here, and may ask for a login or for another method.
    /// </summary>
    Answers,

    /// <summary>A request for a password. Anything else means that the page is down, or open to everybody.</summary>
    AsksForPassword,

    /// <summary>A GraphQL response, be it data or errors, to a query.</summary>
    AnswersGraphql,
}
