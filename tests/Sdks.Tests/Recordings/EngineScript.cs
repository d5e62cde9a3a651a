using System.Text.Json.Nodes;

namespace Sdks.Tests.Recordings;

/// <summary>What the engine of a recording was told to answer: the program's `.spec.json` with one of its cases laid over it.</summary>
public sealed record EngineScript(JsonObject Settings, bool IsUpdate)
{
    public static EngineScript Load(string program, string caseName, string mode)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Recordings", "Programs", $"{program}.spec.json");
        var spec = File.Exists(path) ? JsonNode.Parse(File.ReadAllText(path))!.AsObject() : [];
        var settings = new JsonObject();
        foreach (var (key, value) in spec.Where(entry => entry.Key != "cases").Concat(CaseOf(spec, caseName)))
            settings[key] = value?.DeepClone();
        return new(settings, IsUpdate: mode == "up");
    }

    public bool Supports(string feature) =>
        Settings["featuresOff"] is not JsonArray off || !off.Any(name => name!.GetValue<string>() is "*" || name.GetValue<string>() == feature);

    /// <summary>What the provider computes for a resource beyond its inputs; in a preview only what the script says is known early.</summary>
    public IEnumerable<KeyValuePair<string, JsonNode?>> Outputs(string type, string name) =>
        Entries(IsUpdate ? "outputs" : "outputsDry", type, $"name:{name}");

    public IEnumerable<KeyValuePair<string, JsonNode?>> ReadState(string type) => Entries("reads", type);

    public JsonObject? Error(string type, string name) => (Settings["errors"]?[type] ?? Settings["errors"]?[$"name:{name}"])?.AsObject();

    public string Result(string name) => Settings["results"]?[$"name:{name}"]?.GetValue<string>() ?? "SUCCESS";

    /// <summary>False for resources that stay without an id; no recording has one.</summary>
    public bool GivesId(string name) => Settings["withoutId"] is not JsonArray names || !names.Any(other => other!.GetValue<string>() == name);

    /// <summary>What the engine says each output depends on; no recording has any.</summary>
    public JsonObject PropertyDependencies(string name) => Settings["propertyDependencies"]?[$"name:{name}"]?.AsObject() ?? [];

    public JsonObject InvokeResult(string token) => Settings["invokes"]?[token]?.AsObject() ?? [];

    public JsonArray InvokeFailures(string token) => Settings["invokeFailures"]?[token]?.AsArray() ?? [];

    public bool IsShutdownUnimplemented => Settings["shutdownUnimplemented"]?.GetValue<bool>() ?? false;

    private IEnumerable<KeyValuePair<string, JsonNode?>> Entries(string section, params string[] keys) =>
        keys.SelectMany(key => Settings[section]?[key]?.AsObject() ?? []);

    private static JsonObject CaseOf(JsonObject spec, string name) => name.Length == 0
        ? []
        : spec["cases"]?[name]?.AsObject() ?? throw new ArgumentException($"the script has no case '{name}'", nameof(name));
}
