using System.Text;
using System.Text.Json.Nodes;
using EndToEnd.Tests.Provider;
using Stacks.Tests;

namespace EndToEnd.Tests.Docker;

/// <summary>
/// The docker provider's service (https://www.pulumi.com/registry/packages/docker/api-docs/service): created or updated in place, with the
/// registry's login of the provider; done when it has converged, a failure when it has not or the engine rolled it back.
/// </summary>
/// <param name="open">Opens the engine.</param>
/// <param name="publish">Makes sure that an image is in its registry.</param>
internal sealed class SwarmService(OpenEngine open, Func<string, Task> publish) : ResourceKind
{
    /// <summary>By what health checks and updates are faster than the program says: most of a release is waiting for them.</summary>
    private const int Haste = 2;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Beginning = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan StopLimit = TimeSpan.FromMinutes(4);

    public override async Task<Existing> CreateAsync(Asked asked, CancellationToken cancellation)
    {
        using var engine = open(asked.Provider);
        await publish(Image(asked));
        var created = await engine.PostAsync("services/create", Body(asked), Login(asked), cancellation);
        var existing = new Existing($"{created!["ID"]}", []);
        if (asked.Inputs["convergeConfig"] is { } converge)
            await ConvergeAsync(engine, existing.Id, asked, GoTime.Of($"{converge["timeout"]}"), isUpdate: false, cancellation);
        return existing;
    }

    public override async Task<Existing> UpdateAsync(Existing existing, Asked before, Asked asked, CancellationToken cancellation)
    {
        using var engine = open(asked.Provider);
        await publish(Image(asked));
        var version = (await engine.GetAsync($"services/{existing.Id}", cancellation))!["Version"]!["Index"];
        await engine.PostAsync($"services/{existing.Id}/update?version={version}", Body(asked), Login(asked), cancellation);
        if (asked.Inputs["convergeConfig"] is { } converge)
            await ConvergeAsync(engine, existing.Id, asked, GoTime.Of($"{converge["timeout"]}"), isUpdate: true, cancellation);
        return existing;
    }

    public override async Task DeleteAsync(Existing existing, Asked asked, CancellationToken cancellation)
    {
        using var engine = open(asked.Provider);
        await engine.DeleteAsync($"services/{existing.Id}", cancellation);
        // A service's tasks outlive it, and what they use cannot go before them.
        IReadOnlyList<JsonNode?> tasks = [];
        await Patience.UntilAsync(
            $"the tasks of {asked.Text("name")} are gone",
            StopLimit,
            async () => (tasks = [.. (await engine.GetAsync("tasks", cancellation))!.AsArray().Where(task => $"{task!["ServiceID"]}" == existing.Id)]).Count == 0,
            () => Task.FromResult(Explain(tasks)));
    }

    private static string Image(Asked asked) => $"{asked.Inputs["taskSpec"]!["containerSpec"]!["image"]}";

    /// <summary>This kernel has no IPVS, so a service has no virtual address: its name stands for the addresses of its tasks.</summary>
    private static JsonObject Body(Asked asked)
    {
        var task = asked.Inputs["taskSpec"]!;
        var container = task["containerSpec"]!;
        var ids = new[] { ("configs", "configId"), ("secrets", "secretId") }
            .SelectMany(list => (container[list.Item1]?.AsArray() ?? []).Select(each => $"{each![list.Item2]}"))
            .Concat((task["networksAdvanceds"]?.AsArray() ?? []).Select(each => $"{each!["id"]}"))
            .Distinct().ToDictionary(id => id);
        var body = EngineSpec.Of(asked.Inputs, ids);
        body["EndpointSpec"]!["Mode"] = "dnsrr";
        Hasten(body, "TaskTemplate.ContainerSpec.Healthcheck", "Interval", "StartPeriod");
        Hasten(body, "UpdateConfig", "Delay", "Monitor");
        Hasten(body, "RollbackConfig", "Delay", "Monitor");
        return body;
    }

    /// <summary>Divides times by the same number, so that what one must be longer than stays shorter.</summary>
    private static void Hasten(JsonObject body, string path, params IReadOnlyList<string> keys)
    {
        var part = path.Split('.').Aggregate((JsonNode?)body, (node, key) => node?[key]);
        foreach (var key in keys)
        {
            if (part?[key] is { } time)
                part[key] = time.GetValue<long>() / Haste;
        }
    }

    private static JsonObject? Login(Asked asked)
    {
        var server = Image(asked).Split('/')[0];
        foreach (var registry in JsonNode.Parse($"{asked.Provider["registryAuth"]}")!.AsArray())
        {
            if ($"{registry!["address"]}" != server)
                continue;
            var auth = JsonNode.Parse($"{registry["configFileContent"]}")!["auths"]![server]!["auth"];
            var login = Encoding.UTF8.GetString(Convert.FromBase64String($"{auth}")).Split(':', 2);
            return new() { ["username"] = login[0], ["password"] = login[1], ["serveraddress"] = server };
        }

        return null;
    }

    private static async Task ConvergeAsync(EngineApi engine, string id, Asked asked, TimeSpan limit, bool isUpdate, CancellationToken cancellation)
    {
        var wanted = (int)asked.Inputs["mode"]!["replicated"]!["replicas"]!.GetValue<double>();
        var began = DateTime.UtcNow;
        for (var until = began + limit; ; await Task.Delay(Pause, cancellation))
        {
            var service = (await engine.GetAsync($"services/{id}", cancellation))!;
            var update = $"{service["UpdateStatus"]?["State"]}";
            if (isUpdate && (update.StartsWith("rollback", StringComparison.Ordinal) ? update != "rollback_started" : update == "paused"))
                throw new InvalidOperationException($"the update ended as {update}: {service["UpdateStatus"]!["Message"]}");
            var tasks = (await engine.GetAsync($"tasks?filters={Filter("service", asked.Text("name"))}", cancellation))!.AsArray();
            var running = tasks.Count(task => $"{task!["DesiredState"]}" == "running" && $"{task["Status"]!["State"]}" == "running");
            if (running == wanted && (!isUpdate || update == "completed" || (update.Length == 0 && IsAsTold(service, tasks, DateTime.UtcNow - began))))
                return;
            if (DateTime.UtcNow > until)
                throw new InvalidOperationException($"{asked.Text("name")} has not converged within {limit}: update {update}, {running} of {wanted} tasks run; {Explain(tasks)}");
        }
    }

    /// <summary>
    /// An update has no status before it has begun, and none at all when it changes no task: then every task that is to run has the service's
    /// description, or nothing begins for a while.
    /// </summary>
    private static bool IsAsTold(JsonNode service, JsonArray tasks, TimeSpan waited) => waited > Beginning || tasks
        .Where(task => $"{task!["DesiredState"]}" == "running")
        .All(task => JsonNode.DeepEquals(task!["Spec"], service["Spec"]!["TaskTemplate"]));

    private static string Explain(IEnumerable<JsonNode?> tasks) => string.Join("; ", tasks
        .Select(task => $"{task!["Status"]!["State"]} {task["Status"]!["Err"]}".Trim()).Distinct());

    private static string Filter(string key, string value) => Uri.EscapeDataString(new JsonObject { [key] = new JsonArray(value) }.ToJsonString());
}
