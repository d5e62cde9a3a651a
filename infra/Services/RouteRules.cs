using Infra.Settings;

namespace Infra.Services;

/// <summary>Routes must not take each other's requests by accident.</summary>
public static class RouteRules
{
    /// <summary>
    /// Two routes that take the same path of a host, and routes whose paths differ only in a way that one would hardly see.
    /// A longer path below a shorter one is no accident: that is how the api host is shared.
    /// </summary>
    public static IEnumerable<SettingsProblem> Problems(IReadOnlyList<ServiceSpec> specs)
    {
        var routes = specs.SelectMany(spec => spec.Routes.Select(route => (Spec: spec, Route: route))).ToList();
        foreach (var same in routes.GroupBy(each => (each.Route.Host.ToLowerInvariant(), Canonical(each.Route.Path))).Where(group => group.Count() > 1))
        {
            yield return new(
                (same.LastOrDefault(each => each.Spec.IsDeclared).Spec ?? same.First().Spec).KeyOf("host"),
                $"{string.Join(" and ", same.Select(each => each.Spec.Name))} take the same address {same.First().Route.Host}{same.First().Route.Path}",
                "give each its own host or path")
            {
                Inputs = [.. same.Select(each => $"{each.Spec.Setting}.path")],
            };
        }

        foreach (var (spec, route) in routes.Where(each => each.Route.Path != "/" && Canonical(each.Route.Path) != each.Route.Path))
            yield return new(spec.KeyOf("path"), $"{spec.Name} has the path {route.Path}, which matches no request as it is written", $"write {Canonical(route.Path)}");
    }

    private static string Canonical(string path) =>
        "/" + string.Join('/', path.Split('/', StringSplitOptions.RemoveEmptyEntries));
}
