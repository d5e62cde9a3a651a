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
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

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
        while ((await engine.GetAsync($"tasks?filters={Filter("service", asked.Text("name"))}", cancellation))!.AsArray().Count > 0)
            await Task.Delay(Pause, cancellation);
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
        return body;
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
        for (var until = DateTime.UtcNow + limit; ; await Task.Delay(Pause, cancellation))
        {
            var service = (await engine.GetAsync($"services/{id}", cancellation))!;
            var update = $"{service["UpdateStatus"]?["State"]}";
            if (isUpdate && (update.StartsWith("rollback", StringComparison.Ordinal) ? update != "rollback_started" : update == "paused"))
                throw new InvalidOperationException($"the update ended as {update}: {service["UpdateStatus"]!["Message"]}");
            var tasks = (await engine.GetAsync($"tasks?filters={Filter("service", asked.Text("name"))}", cancellation))!.AsArray();
            var running = tasks.Count(task => $"{task!["DesiredState"]}" == "running" && $"{task["Status"]!["State"]}" == "running");
            if (running == wanted && (!isUpdate || update is "" or "completed"))
                return;
            if (DateTime.UtcNow > until)
                throw new InvalidOperationException($"{asked.Text("name")} has not converged within {limit}: {running} of {wanted} tasks run; {Explain(tasks)}");
        }
    }

    private static string Explain(JsonArray tasks) => string.Join("; ", tasks
        .Select(task => $"{task!["Status"]!["State"]} {task["Status"]!["Err"]}".Trim()).Distinct());

    private static string Filter(string key, string value) => Uri.EscapeDataString(new JsonObject { [key] = new JsonArray(value) }.ToJsonString());
}
