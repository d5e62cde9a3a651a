using System.Text.Json.Nodes;
using EndToEnd.Tests.Docker;

namespace EndToEnd.Tests.Stories;

/// <summary>What the swarm itself says.</summary>
internal sealed class Swarm(LoopbackStack stack) : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    private readonly EngineApi _engine = stack.OpenEngine();

    /// <summary>A list of the API.</summary>
    public async Task<IReadOnlyList<JsonNode>> ListAsync(string path) => [.. (await _engine.GetAsync(path, CancellationToken.None))!.AsArray().Select(each => each!)];

    /// <summary>The running tasks, each with its service and node.</summary>
    public async Task<IReadOnlyList<(string Service, string Node, string Id)>> RunningAsync()
    {
        var services = (await ListAsync("services")).ToDictionary(each => $"{each["ID"]}", each => $"{each["Spec"]!["Name"]}");
        var nodes = (await ListAsync("nodes")).ToDictionary(each => $"{each["ID"]}", each => $"{each["Description"]!["Hostname"]}");
        return [.. from task in await ListAsync("tasks")
                   where $"{task["DesiredState"]}" == "running" && $"{task["Status"]!["State"]}" == "running" && services.ContainsKey($"{task["ServiceID"]}")
                   select (services[$"{task["ServiceID"]}"], nodes.GetValueOrDefault($"{task["NodeID"]}", ""), $"{task["ID"]}")];
    }

    /// <summary>Waits until every replicated service has the tasks it wants, on nodes that are there, and every global one a task on each.</summary>
    public Task WholeAsync(int nodes) => Patience.UntilAsync("every service has its tasks", Limit, async () =>
    {
        try
        {
            var ready = (await ListAsync("nodes")).Where(each => $"{each["Status"]!["State"]}" == "ready").Select(each => $"{each["Description"]!["Hostname"]}").ToHashSet();
            var running = (await RunningAsync()).Where(task => ready.Contains(task.Node)).ToLookup(task => task.Service);
            return ready.Count == nodes && (await ListAsync("services")).All(service =>
                running[$"{service["Spec"]!["Name"]}"].Count() == (service["Spec"]!["Mode"]!["Replicated"] is { } mode ? mode["Replicas"]!.GetValue<int>() : nodes));
        }
        catch (Exception reason) when (reason is HttpRequestException or InvalidOperationException)
        {
            // The engine, or the swarm's leader, is away for a moment.
            return false;
        }
    }, StateAsync);

    /// <summary>Nodes, and services with their tasks, for people.</summary>
    public async Task<string> StateAsync()
    {
        var tasks = (await ListAsync("tasks")).ToLookup(task => $"{task["ServiceID"]}");
        var nodes = (await ListAsync("nodes")).Select(node => $"node {node["Description"]!["Hostname"]} {node["Status"]!["State"]} {node["Spec"]!["Availability"]}");
        var services = (await ListAsync("services")).Select(service => $"{service["Spec"]!["Name"]}: " + string.Join(", ", tasks[$"{service["ID"]}"]
            .Where(task => $"{task["DesiredState"]}" is "running" or "ready").Select(task => $"{task["Status"]!["State"]} {task["Status"]!["Err"]}".Trim())));
        return string.Join('\n', nodes.Concat(services));
    }

    public void Dispose() => _engine.Dispose();
}
