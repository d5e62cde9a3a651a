using System.Globalization;
using System.Text.Json.Nodes;

namespace Preview.Compose;

/// <summary>
/// A swarm service of a plan as an entry of a Compose file (https://docs.docker.com/reference/compose-file/legacy-versions/, version 3.8),
/// which is what <c>docker stack deploy</c> reads.
/// </summary>
/// <param name="inputs">The arguments of the docker provider.</param>
/// <param name="nameOf">The name in the file by the id in the arguments.</param>
internal sealed class ComposeService(JsonObject inputs, Func<string, string> nameOf)
{
    private readonly JsonNode _task = inputs["taskSpec"]!;
    private readonly JsonNode _container = inputs["taskSpec"]!["containerSpec"]!;

    /// <summary>The service's name.</summary>
    public string Name => $"{inputs["name"]}";

    /// <summary>The named volumes that it mounts.</summary>
    public IEnumerable<string> Volumes => Items(_container["mounts"]).Where(mount => $"{mount["type"]}" == "volume").Select(mount => $"{mount["source"]}");

    /// <summary>The entry.</summary>
    public JsonObject Entry() => Filled(new()
    {
        ["image"] = Copy(_container["image"]),
        ["entrypoint"] = Copy(_container["commands"]),
        ["command"] = Copy(_container["args"]),
        ["environment"] = Copy(_container["env"]),
        ["hostname"] = Copy(_container["hostname"]),
        ["user"] = Copy(_container["user"]),
        ["read_only"] = Copy(_container["readOnly"]),
        ["init"] = Copy(_container["init"]),
        ["cap_add"] = Copy(_container["capAdds"]),
        ["cap_drop"] = Copy(_container["capDrops"]),
        ["stop_grace_period"] = Copy(_container["stopGracePeriod"]),
        ["stop_signal"] = Copy(_container["stopSignal"]),
        ["healthcheck"] = Health(),
        ["networks"] = new JsonArray([.. Items(_task["networksAdvanceds"]).Select(network => JsonValue.Create(nameOf($"{network["id"]}")))]),
        ["ports"] = List(inputs["endpointSpec"]?["ports"], Port),
        ["volumes"] = List(_container["mounts"], Mount),
        ["secrets"] = List(_container["secrets"], file => File(file, "secret")),
        ["configs"] = List(_container["configs"], file => File(file, "config")),
        ["logging"] = Filled(new() { ["driver"] = Copy(_task["logDriver"]?["name"]), ["options"] = Copy(_task["logDriver"]?["options"]) }),
        ["deploy"] = Deploy(),
    });

    private JsonObject Deploy() => Filled(new()
    {
        ["mode"] = inputs["mode"]?["global"] is null ? "replicated" : "global",
        ["replicas"] = Copy(inputs["mode"]?["replicated"]?["replicas"]),
        ["labels"] = new JsonObject(Items(inputs["labels"]).Select(label => KeyValuePair.Create($"{label["label"]}", Copy(label["value"])))),
        ["endpoint_mode"] = Copy(inputs["endpointSpec"]?["mode"]),
        ["update_config"] = Update(inputs["updateConfig"]),
        ["rollback_config"] = Update(inputs["rollbackConfig"]),
        ["placement"] = Filled(new() { ["constraints"] = Copy(_task["placement"]?["constraints"]), ["max_replicas_per_node"] = Positive(_task["placement"]?["maxReplicas"]) }),
        ["resources"] = Filled(new() { ["limits"] = Amounts(_task["resources"]?["limits"]), ["reservations"] = Amounts(_task["resources"]?["reservation"]) }),
        ["restart_policy"] = Restart(_task["restartPolicy"]),
    });

    private JsonObject? Health() => _container["healthcheck"] is not { } health ? null : Filled(new()
    {
        ["test"] = Copy(health["tests"]),
        ["interval"] = Copy(health["interval"]),
        ["timeout"] = Copy(health["timeout"]),
        ["retries"] = Copy(health["retries"]),
        ["start_period"] = Copy(health["startPeriod"]),
    });

    private JsonObject File(JsonNode file, string kind) => new()
    {
        ["source"] = nameOf($"{file[$"{kind}Id"]}"),
        ["target"] = Copy(file["fileName"]),
        ["uid"] = Copy(file["fileUid"]),
        ["gid"] = Copy(file["fileGid"]),
        ["mode"] = Copy(file["fileMode"]),
    };

    private static JsonObject Mount(JsonNode mount) => Filled(new()
    {
        ["type"] = Copy(mount["type"]),
        ["source"] = Copy(mount["source"]),
        ["target"] = Copy(mount["target"]),
        ["read_only"] = Copy(mount["readOnly"]),
        ["bind"] = mount["bindOptions"] is { } bind ? new JsonObject { ["propagation"] = Copy(bind["propagation"]) } : null,
        ["tmpfs"] = mount["tmpfsOptions"] is { } memory ? new JsonObject { ["size"] = Copy(memory["sizeBytes"]) } : null,
    });

    private static JsonObject Port(JsonNode port) => new()
    {
        ["target"] = Copy(port["targetPort"]),
        ["published"] = Copy(port["publishedPort"]),
        ["protocol"] = Copy(port["protocol"]),
        ["mode"] = Copy(port["publishMode"]),
    };

    private static JsonObject? Update(JsonNode? update) => update is null ? null : new()
    {
        ["parallelism"] = Copy(update["parallelism"]),
        ["delay"] = Copy(update["delay"]),
        ["monitor"] = Copy(update["monitor"]),
        ["order"] = Copy(update["order"]),
        ["failure_action"] = Copy(update["failureAction"]),
        ["max_failure_ratio"] = double.Parse($"{update["maxFailureRatio"]}", CultureInfo.InvariantCulture),
    };

    private static JsonObject? Restart(JsonNode? restart) => restart is null ? null : Filled(new()
    {
        ["condition"] = Copy(restart["condition"]),
        ["delay"] = Copy(restart["delay"]),
        ["max_attempts"] = Positive(restart["maxAttempts"]),
        ["window"] = Copy(restart["window"]),
    });

    private static JsonObject? Amounts(JsonNode? amounts) => amounts is null ? null : Filled(new()
    {
        ["cpus"] = Positive(amounts["nanoCpus"]) is { } cpus ? (cpus.GetValue<double>() / 1e9).ToString("0.#########", CultureInfo.InvariantCulture) : null,
        ["memory"] = amounts["memoryBytes"]!.GetValue<double>().ToString("0", CultureInfo.InvariantCulture),
    });

    /// <summary>The engine takes 0 for no limit; a Compose file says so by leaving it out.</summary>
    private static JsonNode? Positive(JsonNode? number) => number?.GetValue<double>() > 0 ? Copy(number) : null;

    private static JsonArray List(JsonNode? list, Func<JsonNode, JsonObject> map) => new([.. Items(list).Select(item => (JsonNode)map(item))]);

    private static IEnumerable<JsonNode> Items(JsonNode? list) => (list as JsonArray ?? []).OfType<JsonNode>();

    private static JsonNode? Copy(JsonNode? node) => node?.DeepClone();

    /// <summary>Without what is empty, which in the file would mean the same.</summary>
    private static JsonObject Filled(JsonObject members) =>
        new(members.Where(member => member.Value is not (null or JsonArray { Count: 0 } or JsonObject { Count: 0 })).Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())));
}
