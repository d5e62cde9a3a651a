using System.Text.Json.Nodes;
using Infra.Tests;
using Pulumi;
using Pulumi.Docker;
using Tests.Support;
using Tests.Support.Docker;

namespace Stacks.Tests;

/// <summary>What the program asks for, given to a real Docker Engine.</summary>
[Collection(SerialGraphs.Name)]
public class EngineTests
{
    [RequiresToolFact("dockerd")]
    public async Task A_real_engine_takes_every_service_of_both_stacks_and_gives_back_what_was_asked_for()
    {
        foreach (var stack in new[] { "staging", "production" })
        {
            await using var engine = await DockerDaemon.StartAsync();
            var graph = await StackRun.GraphAsync(stack);
            var ids = new Dictionary<string, string>();

            await CreateSurroundingsAsync(engine, graph, ids);

            foreach (var service in graph.All.Where(each => each.Resource is Service))
            {
                var asked = EngineSpec.Of(graph.Inputs[service.Name], ids);
                var created = await engine.PostAsync("services/create", asked);
                var given = (await engine.GetAsync($"services/{created!["ID"]}"))["Spec"]!;
                AssertContains(asked, given, service.Name);
            }
        }
    }

    [RequiresToolFact("dockerd")]
    public async Task A_secret_in_use_cannot_go_and_can_when_its_reader_has_moved()
    {
        await using var engine = await DockerDaemon.StartAsync();
        var (before, after) = (await StackRun.GraphAsync("staging"), await StackRun.GraphAsync("staging", ("secretGenerations", """{"hasuraAdmin":2}""")));
        var ids = new Dictionary<string, string>();
        await CreateSurroundingsAsync(engine, before, ids);
        var old = ids[await IdAsync(before, "secrets-hasura-admin-secret")];
        var service = $"{(await engine.PostAsync("services/create", EngineSpec.Of(before.Inputs["services-hasura-service"], ids)))!["ID"]}";

        Assert.StartsWith("400 ", await engine.DeleteAsync($"secrets/{old}"), StringComparison.Ordinal);
        await CreateAsync(engine, after, after.Named("secrets-hasura-admin-secret"), ids);
        var version = (await engine.GetAsync($"services/{service}"))["Version"]!["Index"];
        await engine.PostAsync($"services/{service}/update?version={version}", EngineSpec.Of(after.Inputs["services-hasura-service"], ids));

        Assert.StartsWith("204", await engine.DeleteAsync($"secrets/{old}"), StringComparison.Ordinal);
    }

    private static async Task CreateSurroundingsAsync(DockerDaemon engine, ResourceGraph graph, Dictionary<string, string> ids)
    {
        foreach (var each in graph.All.Where(each => each.Resource is Network or Secret or ServiceConfig))
            await CreateAsync(engine, graph, each, ids);
    }

    private static async Task CreateAsync(DockerDaemon engine, ResourceGraph graph, Declared declared, Dictionary<string, string> ids)
    {
        var (inputs, id) = (graph.Inputs[declared.Name], await IdAsync(graph, declared.Name));
        var (path, body) = declared.Resource switch
        {
            Network => ("networks/create", new JsonObject
            {
                ["Name"] = $"{inputs["name"]}",
                ["Driver"] = $"{inputs["driver"]}",
                ["Internal"] = inputs["internal"]!.GetValue<bool>(),
                ["Attachable"] = inputs["attachable"]!.GetValue<bool>(),
            }),
            Secret => ("secrets/create", new JsonObject { ["Name"] = id, ["Data"] = $"{inputs["data"]}" }),
            _ => ("configs/create", new JsonObject { ["Name"] = id, ["Data"] = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"{inputs["dataRaw"]}")) }),
        };
        var created = (await engine.PostAsync(path, body))!;
        ids[id] = $"{created["ID"] ?? created["Id"]}";
    }

    private static Task<string> IdAsync(ResourceGraph graph, string name) => ((CustomResource)graph.Named(name).Resource).Id.ValueAsync();

    /// <summary>Everything asked for is there; what the engine adds by itself does not matter, nor does what was asked for as empty.</summary>
    private static void AssertContains(JsonNode? asked, JsonNode? given, string path)
    {
        switch (asked)
        {
            case JsonObject members:
                foreach (var (key, value) in members.Where(member => !IsEmpty(member.Value)))
                    AssertContains(value, given?[key], $"{path}.{key}");
                break;
            case JsonArray items:
                Assert.True(items.Count == (given as JsonArray)?.Count, $"{path}: asked for {items.ToJsonString()}, given {given?.ToJsonString()}");
                var ordered = given!.AsArray().OrderBy(Sorting, StringComparer.Ordinal).Zip(items.OrderBy(Sorting, StringComparer.Ordinal));
                foreach (var (actual, expected) in ordered)
                    AssertContains(expected, actual, path);
                break;
            default:
                Assert.True(asked?.ToJsonString() == given?.ToJsonString(), $"{path}: asked for {asked?.ToJsonString()}, given {given?.ToJsonString()}");
                break;
        }
    }

    /// <summary>The engine orders lists of objects by itself; texts keep their order.</summary>
    private static string Sorting(JsonNode? item) => item is JsonObject file && (file["SecretID"] ?? file["ConfigID"] ?? file["Target"]) is { } id ? $"{id}" : $"{item?.ToJsonString()}";

    private static bool IsEmpty(JsonNode? value) => value switch
    {
        null => true,
        JsonArray { Count: 0 } => true,
        JsonObject members => members.All(member => IsEmpty(member.Value)),
        JsonValue number when number.TryGetValue<long>(out var zero) => zero == 0,
        JsonValue flag when flag.TryGetValue<bool>(out var set) => !set,
        _ => false,
    };
}
