using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Preview.Planning;
using Preview.Settings;

namespace Preview.Compose;

/// <summary>A plan as files for <c>docker stack deploy</c>: the Compose file, with configs and secrets beside it.</summary>
internal static class ComposeProject
{
    /// <summary>Name of the Compose file.</summary>
    public const string FileName = "docker-compose.yml";

    /// <summary>Name of the script that readies the machine: what the plan would run on it.</summary>
    public const string ScriptName = "prepare.sh";

    /// <summary>Name of the file with the stack's outputs, passwords among them.</summary>
    public const string OutputsName = "outputs.json";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>The files by path.</summary>
    /// <param name="plan">A plan whose values are all known.</param>
    /// <param name="values">Names what has changed.</param>
    /// <exception cref="SettingsException">The plan has no services.</exception>
    public static IReadOnlyDictionary<string, string> Files(Plan plan, GeneratedValues values)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var names = Of(plan, "network").ToDictionary(step => step.Id, step => $"{PlainJson.Of(step.Outputs)["name"]}");
        var (secrets, configs) = (new JsonObject(), new JsonObject());
        foreach (var step in Of(plan, "secret"))
            Add(step, "secrets", secrets, Encoding.UTF8.GetString(Convert.FromBase64String($"{PlainJson.Of(step.Resource.Inputs)["data"]}")));
        foreach (var step in Of(plan, "serviceConfig"))
            Add(step, "configs", configs, $"{PlainJson.Of(step.Resource.Inputs)["dataRaw"]}");
        var services = Of(plan, "service").Select(step => new ComposeService(PlainJson.Of(step.Resource.Inputs), id => names[id])).OrderBy(service => service.Name, StringComparer.Ordinal).ToList();
        if (services.Count == 0)
            throw new SettingsException($"Pulumi.{plan.Stack}.yaml", "the stack has no services", "choose a stack with services, e.g. local");

        files[FileName] = ComposeYaml.Render(new()
        {
            ["version"] = "3.8",
            ["services"] = new JsonObject(services.Select(service => KeyValuePair.Create(service.Name, (JsonNode?)service.Entry()))),
            ["networks"] = new JsonObject(Of(plan, "network").Select(step => KeyValuePair.Create(names[step.Id], (JsonNode?)Network(PlainJson.Of(step.Resource.Inputs))))),
            ["volumes"] = new JsonObject(services.SelectMany(service => service.Volumes).Distinct().Order(StringComparer.Ordinal).Select(volume => KeyValuePair.Create(volume, (JsonNode?)new JsonObject { ["name"] = volume }))),
            ["secrets"] = secrets,
            ["configs"] = configs,
        });
        files[ScriptName] = Script(plan);
        files[OutputsName] = PlainJson.Of(plan.Outputs).ToJsonString(Indented) + "\n";
        files[GeneratedValues.FileName] = values.ToString();
        return files;

        // Neither can change in a swarm: a new content is a new one under a new name, to which the service moves.
        void Add(PlanStep step, string folder, JsonObject section, string content)
        {
            files[$"{folder}/{step.Resource.Name}"] = content;
            names[step.Id] = step.Resource.Name;
            section[step.Resource.Name] = new JsonObject { ["name"] = $"{step.Resource.Name}-{values.Digest(content)}", ["file"] = $"./{folder}/{step.Resource.Name}" };
        }
    }

    private static IEnumerable<PlanStep> Of(Plan plan, string kind) =>
        plan.Steps.Where(step => step.Resource.Type == $"docker:index/{kind}:{char.ToUpperInvariant(kind[0])}{kind[1..]}").OrderBy(step => step.Resource.Name, StringComparer.Ordinal);

    private static JsonObject Network(JsonObject inputs)
    {
        var network = new JsonObject
        {
            ["name"] = inputs["name"]?.DeepClone(),
            ["driver"] = inputs["driver"]?.DeepClone(),
            ["internal"] = inputs["internal"]?.DeepClone(),
            ["attachable"] = inputs["attachable"]?.DeepClone(),
        };
        if (inputs["options"] is JsonObject { Count: > 0 } options)
            network["driver_opts"] = options.DeepClone();
        return network;
    }

    /// <summary>Commands that are told what another one prints are left out: they are about more than one machine.</summary>
    private static string Script(Plan plan) => string.Concat(plan.Steps
        .Where(step => step.Resource.Type == GeneratingAnswers.LocalCommand && new[] { "create", "stdin" }.All(input => step.Resource.PropertyDependencies.GetValueOrDefault(input, []).Count == 0))
        .Select(step => Part(step.Resource.Name, PlainJson.Of(step.Resource.Inputs)))
        .Prepend("#!/bin/sh\n# Readies this machine for docker stack deploy; may run again at any time.\nset -eu\n\n"));

    private static string Part(string name, JsonObject inputs) =>
        $"# {name}\n(\n{$"{inputs["create"]}".TrimEnd('\n')}\n){(inputs["stdin"] is { } stdin ? $" <<'STDIN'\n{stdin}\nSTDIN" : " </dev/null")}\n";
}
