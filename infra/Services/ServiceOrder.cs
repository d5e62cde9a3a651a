namespace Infra.Services;

/// <summary>The order in which services are declared: each after those that it waits for.</summary>
public static class ServiceOrder
{
    /// <summary>The services, each after those that it waits for, otherwise in the order given.</summary>
    /// <exception cref="ArgumentException">Services wait for each other.</exception>
    public static IReadOnlyList<ServiceSpec> Sort(IReadOnlyList<ServiceSpec> specs)
    {
        if (Cycle(specs) is { } cycle)
            throw new ArgumentException($"services wait for each other: {string.Join(" -> ", cycle)}", nameof(specs));
        var byName = specs.ToDictionary(spec => spec.Name);
        var sorted = new List<ServiceSpec>();
        foreach (var spec in specs)
            Visit(spec);
        return sorted;

        void Visit(ServiceSpec spec)
        {
            if (sorted.Contains(spec))
                return;
            foreach (var name in spec.WaitsFor.Where(byName.ContainsKey))
                Visit(byName[name]);
            sorted.Add(spec);
        }
    }

    /// <summary>Names of services that wait for each other, the first repeated at the end; null when there are none.</summary>
    public static IReadOnlyList<string>? Cycle(IReadOnlyList<ServiceSpec> specs)
    {
        var waits = specs.GroupBy(spec => spec.Name).ToDictionary(group => group.Key, group => group.First().WaitsFor);
        return specs.Select(spec => From(spec.Name, [])).FirstOrDefault(found => found is not null);

        IReadOnlyList<string>? From(string name, IReadOnlyList<string> path) =>
            path.Contains(name) ? [.. path.SkipWhile(each => each != name), name]
            : waits.TryGetValue(name, out var next) ? next.Select(each => From(each, [.. path, name])).FirstOrDefault(found => found is not null)
            : null;
    }
}
