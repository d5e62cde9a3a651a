using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Stacks.Tests;

/// <summary>
/// A service's arguments as the docker provider passes them on to the engine's API
/// (https://docs.docker.com/reference/api/engine/version/v1.41/#tag/Service/operation/ServiceCreate).
/// </summary>
internal static partial class EngineSpec
{
    /// <summary>The body of a request that creates or updates the service.</summary>
    /// <param name="inputs">What the provider was given.</param>
    /// <param name="ids">The engine's id by the id that the program knows.</param>
    public static JsonObject Of(JsonObject inputs, IReadOnlyDictionary<string, string> ids)
    {
        var task = inputs["taskSpec"]!;
        return new()
        {
            ["Name"] = Copy(inputs["name"]),
            ["Labels"] = new JsonObject((inputs["labels"]?.AsArray() ?? []).Select(label => KeyValuePair.Create($"{label!["label"]}", Copy(label["value"])))),
            ["Mode"] = inputs["mode"]!["global"] is not null
                ? new JsonObject { ["Global"] = new JsonObject() }
                : new JsonObject { ["Replicated"] = new JsonObject { ["Replicas"] = Copy(inputs["mode"]!["replicated"]!["replicas"]) } },
            ["EndpointSpec"] = new JsonObject { ["Mode"] = Copy(inputs["endpointSpec"]!["mode"]), ["Ports"] = List(inputs["endpointSpec"]!["ports"], Port) },
            ["UpdateConfig"] = Update(inputs["updateConfig"]!),
            ["RollbackConfig"] = Update(inputs["rollbackConfig"]!),
            ["TaskTemplate"] = new JsonObject
            {
                ["Runtime"] = Copy(task["runtime"]),
                ["ContainerSpec"] = Container(task["containerSpec"]!, ids),
                ["Networks"] = List(task["networksAdvanceds"], network => new() { ["Target"] = ids[$"{network["id"]}"] }),
                ["Placement"] = new JsonObject { ["Constraints"] = Copy(task["placement"]!["constraints"]), ["MaxReplicas"] = Copy(task["placement"]!["maxReplicas"]) },
                ["Resources"] = new JsonObject { ["Limits"] = Amounts(task["resources"]!["limits"]!), ["Reservations"] = Amounts(task["resources"]!["reservation"]!) },
                ["RestartPolicy"] = Restart(task["restartPolicy"]!),
                ["LogDriver"] = new JsonObject { ["Name"] = Copy(task["logDriver"]!["name"]), ["Options"] = Copy(task["logDriver"]!["options"]) },
            },
        };
    }

    private static JsonObject Container(JsonNode container, IReadOnlyDictionary<string, string> ids) => new()
    {
        ["Image"] = Copy(container["image"]),
        ["Command"] = Copy(container["commands"]),
        ["Args"] = Copy(container["args"]),
        ["Env"] = new JsonArray([.. (container["env"]?.AsObject() ?? []).Select(each => JsonValue.Create($"{each.Key}={each.Value}"))]),
        ["Hostname"] = Copy(container["hostname"]),
        ["User"] = Copy(container["user"]),
        ["ReadOnly"] = Copy(container["readOnly"]),
        ["Init"] = Copy(container["init"]),
        ["CapabilityAdd"] = Copy(container["capAdds"]),
        ["CapabilityDrop"] = Copy(container["capDrops"]),
        ["StopGracePeriod"] = Nanoseconds(container["stopGracePeriod"]),
        ["StopSignal"] = Copy(container["stopSignal"]),
        ["Healthcheck"] = Health(container["healthcheck"]!),
        ["Mounts"] = List(container["mounts"], Mount),
        ["Secrets"] = List(container["secrets"], secret => File(secret, "Secret", ids)),
        ["Configs"] = List(container["configs"], config => File(config, "Config", ids)),
    };

    private static JsonObject Health(JsonNode health) => new()
    {
        ["Test"] = Copy(health["tests"]),
        ["Interval"] = Nanoseconds(health["interval"]),
        ["Timeout"] = Nanoseconds(health["timeout"]),
        ["Retries"] = Copy(health["retries"]),
        ["StartPeriod"] = Nanoseconds(health["startPeriod"]),
    };

    private static JsonObject Mount(JsonNode mount) => new()
    {
        ["Type"] = Copy(mount["type"]),
        ["Source"] = Copy(mount["source"]),
        ["Target"] = Copy(mount["target"]),
        ["ReadOnly"] = Copy(mount["readOnly"]),
        ["BindOptions"] = mount["bindOptions"] is { } bind ? new JsonObject { ["Propagation"] = Copy(bind["propagation"]) } : null,
        ["TmpfsOptions"] = mount["tmpfsOptions"] is { } memory ? new JsonObject { ["SizeBytes"] = Copy(memory["sizeBytes"]), ["Mode"] = Copy(memory["mode"]) } : null,
    };

    private static JsonObject File(JsonNode file, string kind, IReadOnlyDictionary<string, string> ids)
    {
        var lower = kind.ToLowerInvariant();
        return new()
        {
            [$"{kind}ID"] = ids[$"{file[$"{lower}Id"]}"],
            [$"{kind}Name"] = Copy(file[$"{lower}Name"]),
            ["File"] = new JsonObject { ["Name"] = Copy(file["fileName"]), ["UID"] = Copy(file["fileUid"]), ["GID"] = Copy(file["fileGid"]), ["Mode"] = Copy(file["fileMode"]) },
        };
    }

    private static JsonObject Port(JsonNode port) => new()
    {
        ["Protocol"] = Copy(port["protocol"]),
        ["TargetPort"] = Copy(port["targetPort"]),
        ["PublishedPort"] = Copy(port["publishedPort"]),
        ["PublishMode"] = Copy(port["publishMode"]),
    };

    private static JsonObject Update(JsonNode update) => new()
    {
        ["Parallelism"] = Copy(update["parallelism"]),
        ["Delay"] = Nanoseconds(update["delay"]),
        ["Monitor"] = Nanoseconds(update["monitor"]),
        ["FailureAction"] = Copy(update["failureAction"]),
        ["MaxFailureRatio"] = double.Parse($"{update["maxFailureRatio"]}"),
        ["Order"] = Copy(update["order"]),
    };

    private static JsonObject Restart(JsonNode restart) => new()
    {
        ["Condition"] = Copy(restart["condition"]),
        ["Delay"] = Nanoseconds(restart["delay"]),
        ["MaxAttempts"] = Copy(restart["maxAttempts"]),
        ["Window"] = Nanoseconds(restart["window"]),
    };

    private static JsonObject Amounts(JsonNode amounts) => new() { ["MemoryBytes"] = Copy(amounts["memoryBytes"]), ["NanoCPUs"] = Copy(amounts["nanoCpus"]) };

    /// <summary>A number of whole value is written without a fraction, as the engine wants it.</summary>
    private static JsonNode? Copy(JsonNode? node) => node is JsonValue value && value.TryGetValue<double>(out var number) ? (long)number : node?.DeepClone();

    private static JsonArray List(JsonNode? list, Func<JsonNode, JsonObject> map) => new([.. (list?.AsArray() ?? []).Select(each => map(each!))]);

    private static JsonNode? Nanoseconds(JsonNode? duration) => duration is null ? null : (long)DurationPart().Matches($"{duration}")
        .Sum(part => long.Parse(part.Groups["count"].Value) * part.Groups["unit"].Value switch { "h" => 3600e9, "m" => 60e9, _ => 1e9 });

    [GeneratedRegex(@"(?<count>\d+)(?<unit>[hms])", RegexOptions.None, 1000)]
    private static partial Regex DurationPart();
}
